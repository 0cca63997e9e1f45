using CommonLanguage.V1;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Cli.Tests;

/// <summary>A reconciliation half way, and a definition just written, as a server gives them.</summary>
static partial class Samples
{
    public static V1.Reconciliation Settling
    {
        get
        {
            var conflict = Conflict.Clone();
            conflict.Status = V1.Conflict.Types.Status.SignOff;
            return new()
            {
                Conflict = conflict,
                Assignees = { "ada@example.org" },
                Parties = { Nist, Cnss },
                Proposal = new()
                {
                    Number = 2,
                    Outcome = Outcome.QualifyTerms,
                    Rationale = "Two things: one a list of permissions, the other a list of people who may enter.",
                    Author = "ada@example.org",
                    Texts =
                    {
                        new ProposedText { Entry = $"{Nist}/entries/access-list-1", Term = "access list (permissions)" },
                        new ProposedText { Entry = $"{Cnss}/entries/access-list-2", Term = "access list (people)", Note = "Buildings only." },
                    },
                },
                ConsultationFrom = "2026-01-31",
                ConsultationTo = "2026-02-28",
                Positions =
                {
                    new Position
                    {
                        Organisation = Nist, Proposal = 2, Stance = Position.Types.Stance.AcceptWithReservation, Statement = "From the next revision on.", Signatory = "nils@example.org", Counts = true,
                    },
                },
                Next =
                {
                    new NextStep
                    {
                        Kind = NextStep.Types.Kind.Position, Organisation = Cnss, Sentence = "A signatory of CNSS takes its position, until 2026-02-28.",
                    },
                },
                Acts =
                {
                    Act(1, "triage", "Different things.", 0),
                    Act(2, "comment", "Do vehicles count?", 0),
                    Act(3, "comment", "They do,\nsince 2024.", 2),
                    Act(4, "lineUpCorrection", "", 0),
                },
                LineUp =
                {
                    Row("kind of thing", "list", "Roster", isCorrected: false),
                    Row("parties", "users", "", isCorrected: true),
                },
            };
        }
    }

    public static WriteEntryResponse Written { get; } = new()
    {
        Entry = new Entry
        {
            Name = $"{Nist}/entries/access-list-1", Terms = { new Term { Text = "access list" } }, Definition = List, Language = "en", Revision = 2, State = Entry.Types.State.Published, Etag = "2-a",
        },
        ConflictsOpened = { "partnerships/sample/conflicts/access-list-4" },
        ConflictsRefreshed = { Conflict.Name },
        RevisionToken = "r3",
    };

    public static ListMyQueueResponse MyQueue { get; } = new()
    {
        Items =
        {
            new QueueItem { Conflict = Conflict, KnowsBothSides = true, Rank = 2.55, Exposure = 3, LookUps = 98, DocumentHits = 1 },
            new QueueItem { Conflict = ConflictOfMany, Rank = .42, Exposure = 1 },
        },
        TotalSize = 12,
        NextPageToken = "token",
    };

    public static ListDeliveriesResponse Deliveries { get; } = new()
    {
        Deliveries =
        {
            new Delivery
            {
                Name = "partnerships/p/webhooks/w1/deliveries/2", State = Delivery.Types.State.Dead, Attempts = 8, LastFault = "It answered 503.",
                NextTime = Timestamp.FromDateTime(new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc)),
            },
            new Delivery
            {
                Name = "partnerships/p/webhooks/w1/deliveries/1", State = Delivery.Types.State.Delivered, Attempts = 1,
                NextTime = Timestamp.FromDateTime(new(2026, 1, 30, 12, 0, 0, DateTimeKind.Utc)),
            },
        },
    };

    public static Conflict WithDependents
    {
        get
        {
            var conflict = Conflict.Clone();
            conflict.DependentCount = 12;
            conflict.Dependents.Add(Enumerable.Range(1, 11).Select(i => new DependentDefinition
            {
                Entry = $"{Nist}/entries/list-{i}", Organisation = Nist, Term = i == 1 ? "access control" : $"list {i}", Snippet = "By an access list.",
                Conflicts = { i == 1 ? ["partnerships/sample/conflicts/access-control-7"] : Array.Empty<string>() },
            }));
            return conflict;
        }
    }

    static LineUpRow Row(string characteristic, string nist, string cnss, bool isCorrected) => new()
    {
        Characteristic = characteristic,
        Cells =
        {
            new LineUpCell { Entry = $"{Nist}/entries/access-list-1", Characteristic = characteristic, Value = nist },
            new LineUpCell { Entry = $"{Cnss}/entries/access-list-2", Characteristic = characteristic, Value = cnss, Corrected = isCorrected },
        },
    };

    static Act Act(int number, string kind, string text, int replyTo) => new()
    {
        Number = number, Kind = kind, Actor = "ada@example.org", Text = text, ReplyTo = replyTo, Time = Timestamp.FromDateTime(new(2026, 1, 31, 12, number, 0, DateTimeKind.Utc)),
    };
}
