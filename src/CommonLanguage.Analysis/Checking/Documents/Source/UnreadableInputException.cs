namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>
/// A file handed to the check cannot be used: a snapshot that is damaged, a document that is not text, a setting that cannot be
/// read. The message is one sentence for a person: it names the thing and the way out.
/// </summary>
/// <param name="message">One sentence that names the thing and the way out.</param>
/// <param name="inner">What caused it.</param>
public sealed class UnreadableInputException(string message, Exception? inner = null) : Exception(message, inner);
