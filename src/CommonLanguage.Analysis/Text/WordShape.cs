namespace CommonLanguage.Analysis.Text;

/// <summary>What the capitals of a word say of it.</summary>
enum WordShape
{
    /// <summary>An ordinary word.</summary>
    Word,
    /// <summary>Initials: "CPU", "2FA", "SaaS".</summary>
    Initials,
    /// <summary>Initials in the plural: "CPUs", "OSes".</summary>
    PluralOfInitials,
}
