namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>One thing a document is checked for.</summary>
interface ICheckRule
{
    RuleDescription Description { get; }

    void Check(CheckContext context);
}
