namespace CommonLanguage.Glossary;

/// <summary>One thing said or done about a conflict. Immutable; changing something is another act.</summary>
/// <param name="Kind">What sort of act.</param>
public abstract record Act([property: System.Text.Json.Serialization.JsonIgnore] ActKind Kind)
{
    /// <summary>Where the conflict stood after it; null for acts from before this was kept.</summary>
    public ConflictState? After { get; init; }
}
