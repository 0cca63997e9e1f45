namespace CommonLanguage.Glossary;

/// <summary>The limits of the contract, in UTF-16 units, values or bytes.</summary>
public static class Limits
{
    /// <summary>Characters of a term.</summary>
    public const int Term = 200;

    /// <summary>Characters of a definition.</summary>
    public const int Definition = 20_000;

    /// <summary>Characters of a note, scope note, description or objectives.</summary>
    public const int Note = 20_000;

    /// <summary>Characters of a display name or a subject field.</summary>
    public const int Name = 200;

    /// <summary>Characters of a source.</summary>
    public const int Source = 2_000;

    /// <summary>Characters of an id.</summary>
    public const int Id = 63;

    /// <summary>Characters of a request id.</summary>
    public const int RequestId = 100;

    /// <summary>Terms of one entry.</summary>
    public const int TermsOfAnEntry = 50;

    /// <summary>Members of a partnership.</summary>
    public const int Members = 1_000;

    /// <summary>People that a conflict is assigned to.</summary>
    public const int Assignees = 20;

    /// <summary>API keys of one person that are taken at the same time.</summary>
    public const int KeysOfAPerson = 50;

    /// <summary>Texts of a proposal.</summary>
    public const int ProposedTexts = 100;

    /// <summary>Rows of a page; a larger page size counts as this.</summary>
    public const int Page = 1_000;

    /// <summary>Terms of one batch look-up.</summary>
    public const int BatchTerms = 1_000;

    /// <summary>Words of a search.</summary>
    public const int QueryWords = 64;

    /// <summary>Bytes of a message after decompression.</summary>
    public const int Message = 4 * 1024 * 1024;

    /// <summary>Bytes of an import file.</summary>
    public const long ImportFile = 512L * 1024 * 1024;

    /// <summary>Bytes of an Excel workbook once it is unpacked.</summary>
    public const long UnpackedFile = 256L * 1024 * 1024;

    /// <summary>Characters of one field of an import file.</summary>
    public const int ImportField = 1_000_000;

    /// <summary>Columns of an import file.</summary>
    public const int ImportColumns = 200;

    /// <summary>Problems that an import reports one by one.</summary>
    public const int ReportedProblems = 100;
}
