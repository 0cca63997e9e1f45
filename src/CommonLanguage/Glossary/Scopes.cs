namespace CommonLanguage.Glossary;

/// <summary>What may at most be done with an API key, whatever its holder may. The numbers are those of the store.</summary>
[Flags]
public enum Scopes
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Look up, search, check documents, list conflicts.</summary>
    Read = 1,
    /// <summary>Publish entries, import.</summary>
    Write = 2,
    /// <summary>Triage, propose, comment, take positions, resolve.</summary>
    Reconcile = 4,
    /// <summary>Members, affiliations, keys, partnerships.</summary>
    Administer = 8,
    /// <summary>Everything.</summary>
    All = Read | Write | Reconcile | Administer,
}
