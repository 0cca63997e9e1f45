using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.V1;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Imports and their reports as messages.</summary>
static class InterchangeMessages
{
    /// <summary>What an import is asked to do.</summary>
    /// <exception cref="RefusalException">A name, the format or the size is not valid.</exception>
    public static ImportRequest ToRequest(this ImportHeader header)
    {
        CheckFormat(header.Format);
        if (header.TotalBytes > Limits.ImportFile)
        {
            throw new RefusalException(
                ErrorReason.FileTooLarge,
                FormattableString.Invariant($"The file has {header.TotalBytes} bytes; at most {Limits.ImportFile} are read. Split it and import the parts."),
                "total_bytes",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["limit"] = Limits.ImportFile.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        }

        return new(
            OrganisationId.ParseName(header.Organisation, "organisation"),
            header.OrganisationDisplayName,
            header.Partnership.Length == 0 ? null : PartnershipId.ParseName(header.Partnership, "partnership"),
            header.ValidateOnly)
        {
            Reading = new() { Delimiter = header.Delimiter, Encoding = header.Encoding, Columns = header.Columns, Sheet = header.Sheet },
        };
    }

    /// <summary>Refuses formats this server does not read or write.</summary>
    public static void CheckFormat(GlossaryFormat format)
    {
        if (format is GlossaryFormat.Unspecified or GlossaryFormat.Csv or GlossaryFormat.Xlsx)
            return;
        throw new RefusalException(
            ErrorReason.FormatUnsupported,
            FormattableString.Invariant($"Format {(int)format} is not read or written by this server; use CSV or XLSX."),
            "format",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = ((int)format).ToString(System.Globalization.CultureInfo.InvariantCulture) });
    }

    public static V1.ImportProgress ToMessage(this Interchange.ImportProgress progress) => new()
    {
        Stage = progress.IsStoring ? V1.ImportProgress.Types.Stage.Storing : V1.ImportProgress.Types.Stage.Reading,
        BytesRead = progress.BytesRead,
        RowsRead = progress.RowsRead,
        RowsStored = progress.RowsStored,
    };

    static FileRead ToMessage(this FileReading reading)
    {
        var message = new FileRead
        {
            Format = reading.Format,
            Encoding = reading.Encoding,
            Delimiter = reading.Delimiter,
            HeaderLine = reading.HeaderLine,
            SkippedRows = reading.SkippedRows,
            Sheet = reading.Sheet,
        };
        message.Columns.AddRange(reading.Columns.Select(column => new ColumnRead { Column = column.Column, Field = column.Field }));
        return message;
    }

    public static ImportGlossaryResponse ToMessage(this Interchange.ImportReport report, ImportHeader header, string revisionToken)
    {
        var message = new V1.ImportReport
        {
            Added = report.Added,
            Changed = report.Changed,
            Unchanged = report.Unchanged,
            Refused = report.Refused,
            ConflictsOpened = report.ConflictsOpened,
            ConflictsRefreshed = report.ConflictsRefreshed,
            ConflictsClosed = report.ConflictsClosed,
            ProblemCount = report.ProblemCount,
            Organisation = header.Organisation,
            Partnership = report.Partnership?.ResourceName ?? "",
            ValidatedOnly = header.ValidateOnly,
            Reading = report.Reading.ToMessage(),
        };
        message.ColumnsKeptAsNote.AddRange(report.ColumnsKeptAsNote);
        foreach (var problem in report.Problems)
        {
            message.Problems.Add(new V1.ImportProblem
            {
                File = header.FileName,
                Line = problem.Line,
                Reason = RefusalStatus.NameOf(problem.Reason),
                Message = problem.Message,
                Column = problem.Column,
                Refused = problem.IsRefused,
            });
        }

        return new() { Report = message, RevisionToken = revisionToken };
    }
}
