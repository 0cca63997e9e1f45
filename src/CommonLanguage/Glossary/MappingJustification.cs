namespace CommonLanguage.Glossary;

/// <summary>Why a mapping holds. The numbers are those of the contract and of the store.</summary>
public enum MappingJustification
{
    /// <summary>A person judged the two texts at triage (SEMAPV: ManualMappingCuration).</summary>
    Judged = 1,
    /// <summary>The parties agreed on it in a resolution (SEMAPV: MappingReview).</summary>
    Agreed = 2,
    /// <summary>It follows from two exact mappings (SEMAPV: MappingChaining).</summary>
    Followed = 3,
}
