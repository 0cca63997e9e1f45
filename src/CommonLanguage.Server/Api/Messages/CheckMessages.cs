using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Rules;
using CommonLanguage.Glossary;
using CommonLanguage.V1;
using DocumentFormat = CommonLanguage.V1.DocumentFormat;
using Finding = CommonLanguage.V1.Finding;
using FindingEntry = CommonLanguage.V1.FindingEntry;
using FindingFix = CommonLanguage.V1.FindingFix;
using Format = CommonLanguage.Analysis.Checking.Documents.Source.DocumentFormat;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>The document check as messages.</summary>
static class CheckMessages
{
    public static Format? FormatOf(DocumentFormat format) => format switch
    {
        DocumentFormat.Unspecified => null,
        DocumentFormat.PlainText => Format.PlainText,
        DocumentFormat.Markdown => Format.Markdown,
        DocumentFormat.Html => Format.Html,
        DocumentFormat.RestructuredText => Format.RestructuredText,
        DocumentFormat.AsciiDoc => Format.AsciiDoc,
        DocumentFormat.Docx => Format.Docx,
        DocumentFormat.Pdf => Format.Pdf,
        _ => throw new RefusalException(ErrorReason.ValueUnknown, FormattableString.Invariant($"{(int)format} is no format of documents that this service reads."), "format"),
    };

    public static Finding ToMessage(this Analysis.Checking.Findings.Finding finding) => new()
    {
        Rule = finding.Rule,
        Severity = SeverityOf(finding.Severity),
        File = finding.File,
        Line = finding.Place.Line,
        Column = finding.Place.Column,
        EndLine = finding.Place.EndLine,
        EndColumn = finding.Place.EndColumn,
        StartByte = finding.Place.StartByte,
        EndByte = finding.Place.EndByte,
        Page = finding.Place.Page,
        Term = finding.Term,
        Message = finding.Message,
        Entries = { finding.Entries.Select(entry => new FindingEntry { Entry = entry.Name, Organisation = entry.Organisation, Term = entry.Term, Definition = entry.Definition }) },
        Evidence = { finding.Evidence },
        Fixes = { finding.Fixes.Select(fix => new FindingFix { StartByte = fix.Place.StartByte, EndByte = fix.Place.EndByte, Replacement = fix.Replacement, Safe = fix.IsSafe }) },
        Related = { finding.Related.Select(ToMessage) },
        Conflict = finding.Conflict,
        Fingerprint = finding.Fingerprint,
    };

    public static CheckRule ToMessage(this RuleDescription rule) => new()
    {
        Id = rule.Id,
        Name = rule.Name,
        Severity = SeverityOf(rule.Severity),
        Summary = rule.Summary,
        Help = rule.Help,
    };

    static FindingPlace ToMessage(Place place) => new()
    {
        Line = place.Line,
        Column = place.Column,
        EndLine = place.EndLine,
        EndColumn = place.EndColumn,
        StartByte = place.StartByte,
        EndByte = place.EndByte,
    };

    static FindingSeverity SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => FindingSeverity.Error,
        Severity.Warning => FindingSeverity.Warning,
        _ => FindingSeverity.Info,
    };
}
