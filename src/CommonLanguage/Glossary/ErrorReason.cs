namespace CommonLanguage.Glossary;

/// <summary>Why something was refused. The contract documents each reason under the same name (error_reason.proto).</summary>
public enum ErrorReason
{
    /// <summary>INVALID_ARGUMENT. A required value is empty or only blanks.</summary>
    ValueMissing = 1,
    /// <summary>INVALID_ARGUMENT. A text is too long.</summary>
    TextTooLong = 2,
    /// <summary>
    /// INVALID_ARGUMENT. A text holds a character that is not allowed: control, zero width only, bidirectional override,
    /// lone surrogate, a 31st combining mark on one letter.
    /// </summary>
    CharacterNotAllowed = 3,
    /// <summary>INVALID_ARGUMENT. Not a BCP 47 language tag.</summary>
    LanguageTagInvalid = 4,
    /// <summary>INVALID_ARGUMENT. Not a resource name of the kind asked for.</summary>
    NameInvalid = 5,
    /// <summary>INVALID_ARGUMENT. Not an id: letters, digits, ".", "-", "_", at most 63.</summary>
    IdInvalid = 6,
    /// <summary>INVALID_ARGUMENT. A page token that this service did not give, or gave for another question.</summary>
    PageTokenInvalid = 7,
    /// <summary>INVALID_ARGUMENT. A page size below zero.</summary>
    PageSizeInvalid = 8,
    /// <summary>INVALID_ARGUMENT. A revision token that this store did not give.</summary>
    RevisionTokenInvalid = 9,
    /// <summary>INVALID_ARGUMENT. A search that cannot be read.</summary>
    QueryInvalid = 10,
    /// <summary>INVALID_ARGUMENT. A request id used before for another request.</summary>
    RequestIdReused = 11,
    /// <summary>INVALID_ARGUMENT. An address with a scheme other than http, https, doi, urn.</summary>
    AddressNotAllowed = 12,
    /// <summary>INVALID_ARGUMENT. Not a day "YYYY-MM-DD", or the end before the start.</summary>
    DateInvalid = 13,
    /// <summary>INVALID_ARGUMENT. An enumeration value this service does not know.</summary>
    ValueUnknown = 14,
    /// <summary>INVALID_ARGUMENT. A field mask path that cannot be changed.</summary>
    FieldMaskInvalid = 15,
    /// <summary>INVALID_ARGUMENT. More values than allowed.</summary>
    TooManyValues = 16,
    /// <summary>INVALID_ARGUMENT. A number outside its range.</summary>
    NumberOutOfRange = 17,
    /// <summary>INVALID_ARGUMENT. The bytes are no message of the method, or nested too deeply.</summary>
    MessageUnreadable = 18,
    /// <summary>INVALID_ARGUMENT. A parameter or field that the method does not have.</summary>
    FieldUnknown = 19,
    /// <summary>RESOURCE_EXHAUSTED. The message is larger than this service reads or sends.</summary>
    MessageTooLarge = 20,
    /// <summary>NOT_FOUND. No such partnership.</summary>
    PartnershipNotFound = 30,
    /// <summary>NOT_FOUND. No such organisation.</summary>
    OrganisationNotFound = 31,
    /// <summary>NOT_FOUND. No such entry.</summary>
    EntryNotFound = 32,
    /// <summary>NOT_FOUND. No such conflict.</summary>
    ConflictNotFound = 33,
    /// <summary>ALREADY_EXISTS. The id is taken.</summary>
    AlreadyExists = 34,
    /// <summary>ABORTED. The etag is not the current one.</summary>
    EtagStale = 35,
    /// <summary>FAILED_PRECONDITION. The thing is archived.</summary>
    Archived = 36,
    /// <summary>FAILED_PRECONDITION. The state asked for by min_revision was not reached in time.</summary>
    Behind = 37,
    /// <summary>NOT_FOUND. Nothing is answered at this path, or not by this method of HTTP.</summary>
    PathUnknown = 38,
    /// <summary>UNIMPLEMENTED. No such gRPC method.</summary>
    MethodUnknown = 39,
    /// <summary>INVALID_ARGUMENT. The file is empty.</summary>
    FileEmpty = 50,
    /// <summary>INVALID_ARGUMENT. The file is something else than what it should be (a ZIP, a PDF, a picture).</summary>
    FileNotText = 51,
    /// <summary>INVALID_ARGUMENT. Not UTF-8.</summary>
    EncodingInvalid = 52,
    /// <summary>INVALID_ARGUMENT. A required column is missing.</summary>
    ColumnMissing = 53,
    /// <summary>INVALID_ARGUMENT. A column stands twice in the header.</summary>
    ColumnDuplicated = 54,
    /// <summary>INVALID_ARGUMENT. More columns than allowed.</summary>
    TooManyColumns = 55,
    /// <summary>INVALID_ARGUMENT. A quote is opened and never closed, or stands inside an unquoted field.</summary>
    QuoteUnbalanced = 56,
    /// <summary>A row with more or fewer fields than the header.</summary>
    RowRagged = 57,
    /// <summary>A row that repeats an earlier one of the same file.</summary>
    RowRepeated = 58,
    /// <summary>INVALID_ARGUMENT. Two rows with one id.</summary>
    IdDuplicated = 59,
    /// <summary>INVALID_ARGUMENT. Terms that replace each other in a circle.</summary>
    ReplacementCircular = 60,
    /// <summary>INVALID_ARGUMENT. A field over 1 MB.</summary>
    FieldTooLarge = 61,
    /// <summary>RESOURCE_EXHAUSTED. The file is over 512 MiB.</summary>
    FileTooLarge = 62,
    /// <summary>INVALID_ARGUMENT. The stream is not a header followed by chunks.</summary>
    StreamOutOfOrder = 63,
    /// <summary>INVALID_ARGUMENT. A file format that this service does not read or write.</summary>
    FormatUnsupported = 64,
    /// <summary>INVALID_ARGUMENT. The file as a whole is refused for the problems named; nothing was stored.</summary>
    ImportRefused = 65,
    /// <summary>INVALID_ARGUMENT. Fields are separated by something else than a comma.</summary>
    SeparatorInvalid = 66,
    /// <summary>RESOURCE_EXHAUSTED. No space left on the device.</summary>
    StorageFull = 80,
    /// <summary>UNAVAILABLE. The store failed to make a write durable and takes no more writes.</summary>
    StorageFailed = 81,
    /// <summary>FAILED_PRECONDITION. The data directory cannot be written to.</summary>
    StorageReadOnly = 82,
    /// <summary>DATA_LOSS. A row does not match its hash; restore from a backup.</summary>
    StorageDamaged = 83,
    /// <summary>RESOURCE_EXHAUSTED. Too many calls of this kind at once; try again.</summary>
    TooBusy = 84,
    /// <summary>UNAVAILABLE. The server is shutting down.</summary>
    ShuttingDown = 85,
    /// <summary>INTERNAL. A fault of the service; the log has it under the id.</summary>
    InternalFault = 86,
    /// <summary>RESOURCE_EXHAUSTED. The watcher read too slowly; go on from the revision.</summary>
    WatcherTooSlow = 87,
    /// <summary>DEADLINE_EXCEEDED. The call was not answered before its deadline.</summary>
    OutOfTime = 88,

    /// <summary>PERMISSION_DENIED. Needs a role that the caller does not hold there.</summary>
    RoleMissing = 100,
    /// <summary>PERMISSION_DENIED. The API key's scopes do not allow it.</summary>
    ScopeMissing = 101,
    /// <summary>PERMISSION_DENIED. Nobody approves what they proposed themselves.</summary>
    OwnProposal = 102,
    /// <summary>UNAUTHENTICATED. No sign-in, or one that is not valid (any more).</summary>
    SignInInvalid = 103,
    /// <summary>FAILED_PRECONDITION. The conflict's state does not allow this step.</summary>
    StateNotAllowed = 110,
    /// <summary>FAILED_PRECONDITION. A later proposal has taken its place.</summary>
    ProposalSuperseded = 111,
    /// <summary>FAILED_PRECONDITION. Positions are missing, or the sign-off rule is not met.</summary>
    SignOffIncomplete = 112,
    /// <summary>INVALID_ARGUMENT. The proposal lacks what its outcome needs, or has what it cannot use.</summary>
    ProposalInvalid = 113,
    /// <summary>FAILED_PRECONDITION. A meaning that was judged has changed since.</summary>
    MeaningChanged = 114,
    /// <summary>FAILED_PRECONDITION. It would contradict a mapping that people confirmed.</summary>
    MappingContradicts = 115,
    /// <summary>NOT_FOUND. No such proposal, act, affiliation, API key, webhook or delivery.</summary>
    ActNotFound = 116,
    /// <summary>
    /// INVALID_ARGUMENT. A document cannot be checked: not of its format, damaged, encrypted, too large, or it names an organisation
    /// that is no member of the partnership.
    /// </summary>
    DocumentUnreadable = 130,
}
