using System.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// Field numbers of the messages Meaning and LookUpTermResponse (lookup.proto), and the part of a Meaning that is the same in every
/// answer. The engine knows no protos: a test of the server holds these numbers to the contract.
/// </summary>
static class MeaningFields
{
    public const int Entry = 1;
    public const int Organisation = 2;
    public const int Term = 3;
    public const int MatchedForm = 4;
    public const int Definition = 5;
    public const int Language = 6;
    public const int Status = 7;
    public const int Revision = 8;
    public const int Conflicts = 9;
    public const int Match = 10;
    public const int ScopeNote = 11;
    public const int ReplacedBy = 12;
    public const int Source = 13;
    public const int SubjectField = 14;
    public const int Settlements = 15;
    public const int AdoptedBy = 16;
    public const int Adopts = 17;
    public const int ScopeNoteLapsed = 18;

    public const int SettlementConflict = 1;
    public const int SettlementOutcome = 2;
    public const int SettlementNote = 3;
    public const int SettlementWarning = 4;
    public const int SettlementUseInstead = 5;
    public const int SettlementReservations = 6;
    public const int SettlementSince = 7;

    public const int ReservationOrganisation = 1;
    public const int ReservationStatement = 2;

    public const int ResponseMeanings = 1;
    public const int ResponseRevisionToken = 2;
    public const int BatchResponses = 1;
    public const int BatchRevisionToken = 2;

    public static byte[] WriteBody(EntryContent content)
    {
        ReadOnlySpan<(int Field, string Text)> texts =
        [
            (Term, content.Term.Text), (Definition, content.Definition), (Language, content.Language.Value), (ScopeNote, content.ScopeNote),
            (Source, content.Source), (SubjectField, content.SubjectField),
        ];
        var size = 0;
        foreach (var (_, text) in texts)
            size += text.Length == 0 ? 0 : Wire.FieldSize(Encoding.UTF8.GetByteCount(text));
        var body = new byte[size];
        var at = 0;
        foreach (var (field, text) in texts)
        {
            if (text.Length > 0)
                Wire.WriteText(body, ref at, field, text);
        }

        return body;
    }
}
