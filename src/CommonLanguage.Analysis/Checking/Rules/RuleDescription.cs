using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>What a rule is about.</summary>
/// <param name="Id">"CL001".</param>
/// <param name="Name">"conflicting-term".</param>
/// <param name="Severity">Usual severity of its findings.</param>
/// <param name="Summary">One sentence: what it finds.</param>
/// <param name="Help">What an author can do about it.</param>
public sealed record RuleDescription(string Id, string Name, Severity Severity, string Summary, string Help)
{
    /// <summary>Its page in the documentation.</summary>
    public string Page => $"docs/rules/{Id}.md";
}
