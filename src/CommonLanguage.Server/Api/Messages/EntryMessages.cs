using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.V1;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Entries and revisions as messages, and the way back.</summary>
static class EntryMessages
{
    /// <summary>Paths that an update mask of an entry may name.</summary>
    static readonly string[] Paths =
        ["terms", "definition", "language", "scope_note", "note", "subject_field", "source", "replaced_by", "valid_from", "valid_to"];

    /// <summary>The entry with a revision of it as the current one.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="owner">Its owner.</param>
    /// <param name="written">The change that wrote the revision.</param>
    public static Entry ToMessage(this Glossary.Revision revision, OrganisationId owner, Glossary.Change written)
    {
        var content = revision.Content;
        var message = new Entry
        {
            Name = new EntryName(owner, revision.EntryId).ToString(),
            Definition = content.Definition,
            Language = content.Language.Value,
            ScopeNote = content.ScopeNote,
            Note = content.Note,
            SubjectField = content.SubjectField,
            Source = content.Source,
            ReplacedBy = content.ReplacedBy,
            ValidFrom = Day(content.ValidFrom),
            ValidTo = Day(content.ValidTo),
            Revision = revision.Number,
            State = (Entry.Types.State)(int)revision.State,
            Etag = revision.Etag,
            UpdateTime = Timestamp.FromDateTimeOffset(written.Time),
            Author = written.Actor.Name,
        };
        foreach (var term in content.Terms)
        {
            message.Terms.Add(new V1.Term
            {
                Text = term.Text,
                Language = term.Language?.Value ?? "",
                Form = (V1.Term.Types.Form)(int)term.Form,
                Status = (V1.Term.Types.Status)(int)term.Status,
            });
        }

        return message;
    }

    /// <summary>A revision as a message.</summary>
    public static V1.Revision ToRevision(this Glossary.Revision revision, OrganisationId owner, Glossary.Change written) => new()
    {
        Name = new EntryName(owner, revision.EntryId).Revision(revision.Number),
        Entry = revision.ToMessage(owner, written),
        ContentHash = revision.Hash.ToString(),
    };

    /// <summary>What a write did.</summary>
    public static WriteEntryResponse ToMessage(this EntryWritten written, OrganisationId owner, Glossary.Change change, LiveTables tables)
    {
        var message = new WriteEntryResponse
        {
            Entry = written.Revision.ToMessage(owner, change),
            RevisionToken = written.Sequence == 0 ? "" : tables.Token(written.Sequence),
        };
        foreach (var conflict in written.Conflicts)
        {
            var list = !conflict.IsOpen ? message.ConflictsClosed
                : conflict.Opened == conflict.Sequence ? message.ConflictsOpened
                : message.ConflictsRefreshed;
            list.Add(new ConflictName(tables.Current.Directory.Partnership(conflict.Partnership).Id, conflict.Id).ToString());
        }

        return message;
    }

    /// <summary>The content of an entry.</summary>
    /// <exception cref="RefusalException">A part is not valid; names the field.</exception>
    public static EntryContent ToContent(this Entry? entry)
    {
        if (entry is null)
            throw new RefusalException(ErrorReason.ValueMissing, "'entry' is missing; give its terms and definition.", "entry");
        return new(
            [.. entry.Terms.Select(ToTerm)],
            entry.Definition,
            LanguageTag.Parse(entry.Language, "language"),
            entry.ScopeNote,
            entry.Note,
            entry.SubjectField,
            entry.Source,
            entry.ReplacedBy,
            Days.ParseOptional(entry.ValidFrom, "valid_from"),
            Days.ParseOptional(entry.ValidTo, "valid_to"));
    }

    /// <summary>Makes a change of contents out of an update: the fields of the mask, or all that can be changed where there is none.</summary>
    /// <exception cref="RefusalException">The mask names what cannot be changed, or a part is not valid.</exception>
    public static Func<EntryContent, EntryContent> ToChange(this Entry entry, FieldMask? mask)
    {
        if (mask is null || mask.Paths.Count == 0)
        {
            var whole = entry.ToContent();
            return _ => whole;
        }

        Masks.Check(mask, Paths);
        var takes = mask.Paths.ToHashSet(StringComparer.Ordinal);
        return current => new(
            takes.Contains("terms") ? [.. entry.Terms.Select(ToTerm)] : current.Terms,
            takes.Contains("definition") ? entry.Definition : current.Definition,
            takes.Contains("language") ? LanguageTag.Parse(entry.Language, "language") : current.Language,
            takes.Contains("scope_note") ? entry.ScopeNote : current.ScopeNote,
            takes.Contains("note") ? entry.Note : current.Note,
            takes.Contains("subject_field") ? entry.SubjectField : current.SubjectField,
            takes.Contains("source") ? entry.Source : current.Source,
            takes.Contains("replaced_by") ? entry.ReplacedBy : current.ReplacedBy,
            takes.Contains("valid_from") ? Days.ParseOptional(entry.ValidFrom, "valid_from") : current.ValidFrom,
            takes.Contains("valid_to") ? Days.ParseOptional(entry.ValidTo, "valid_to") : current.ValidTo);
    }

    static Glossary.Term ToTerm(V1.Term term) => new(
        term.Text,
        term.Form == V1.Term.Types.Form.Unspecified ? TermForm.FullForm : Enums.Known<TermForm>((int)term.Form, "terms.form"),
        term.Status == V1.Term.Types.Status.Unspecified ? TermStatus.Preferred : Enums.Known<TermStatus>((int)term.Status, "terms.status"),
        term.Language.Length == 0 ? null : LanguageTag.Parse(term.Language, "terms.language"),
        "terms.text");

    static string Day(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
