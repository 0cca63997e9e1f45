using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange;

/// <summary>A row that was refused, or a thing to know about a file.</summary>
/// <param name="Line">Line where the row begins, from 1; 0 = the file as a whole.</param>
/// <param name="Reason">The documented reason.</param>
/// <param name="Message">One sentence: the thing, the limit, the way out.</param>
/// <param name="Column">Column at fault, or empty.</param>
/// <param name="IsRefused">True when the row was refused; false when it was taken and this is only good to know.</param>
public sealed record ImportProblem(int Line, ErrorReason Reason, string Message, string Column = "", bool IsRefused = true);
