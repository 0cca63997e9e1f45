namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>
/// A part of a file. In DOCX and PDF, whose files are no text, it is a part of their text: paragraphs or lines, each ended by a line
/// feed, in UTF-8.
/// </summary>
/// <param name="Start">First UTF-16 unit, from 0.</param>
/// <param name="End">After the last UTF-16 unit.</param>
/// <param name="StartByte">First byte, from 0; a byte order mark counts.</param>
/// <param name="EndByte">After the last byte.</param>
/// <param name="Line">Line of the start, from 1.</param>
/// <param name="Column">UTF-16 unit in that line, from 1.</param>
/// <param name="EndLine">Line of the end, from 1.</param>
/// <param name="EndColumn">UTF-16 unit in that line after the last one, from 1.</param>
/// <param name="Page">Page of the start, from 1; 0 in formats without pages.</param>
public readonly record struct Place(int Start, int End, int StartByte, int EndByte, int Line, int Column, int EndLine, int EndColumn, int Page = 0);
