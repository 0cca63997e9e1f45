namespace CommonLanguage.Glossary;

/// <summary>When a proposal counts as accepted in a partnership.</summary>
/// <param name="Kind">Who must accept.</param>
/// <param name="Count">Minimum: how many; else 0.</param>
public readonly record struct SignOffRule(SignOffKind Kind, int Count)
{
    /// <summary>What holds where nothing else was agreed: nobody objects.</summary>
    public static readonly SignOffRule All = new(SignOffKind.All, 0);

    /// <summary>Whether a proposal is accepted by positions taken, none of them missing.</summary>
    public bool IsMet(int accepting, int objecting) => Kind switch
    {
        SignOffKind.Majority => accepting > objecting,
        SignOffKind.Minimum => accepting >= Count,
        _ => accepting > 0 && objecting == 0,
    };

    /// <summary>Whether the positions still missing cannot change that it is accepted.</summary>
    public bool IsMetWhateverFollows(int accepting, int objecting, int missing) => Kind switch
    {
        SignOffKind.Majority => accepting > objecting + missing,
        SignOffKind.Minimum => accepting >= Count,
        _ => missing == 0 && IsMet(accepting, objecting),
    };
}
