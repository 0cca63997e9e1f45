using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Suggests how a conflict would be settled.</summary>
sealed class ProposeCommand : StepCommand
{
    static readonly Outcome[] Outcomes = [.. Enum.GetValues<Outcome>().Where(outcome => outcome != Outcome.Unspecified)];
    static readonly Relation[] Relations = [.. Enum.GetValues<Relation>().Where(relation => relation != V1.Relation.Unspecified)];

    readonly Argument<string> outcome = Choice.Argument("OUTCOME", "How it would be settled.", [.. Outcomes.Select(Words.Of)]);
    readonly Option<string> rationale = TextOption.Required("--rationale", "Why.");
    readonly Option<string?> entry = new("--entry") { HelpName = "ORG", Description = "Whose entry is adopted (adopt-one), superseded (deprecate-one) or split (split-entry)." };
    readonly Option<string> shared = TextOption.Optional("--shared", "The definition of the shared entry.");
    readonly Option<string> sharedTerm = TextOption.Optional("--shared-term", "The word of the shared entry; else the word in conflict.", "WORD");
    readonly Option<string[]> terms = TextOption.Repeated("--term", "ORG=WORD", "The word that an organisation would use; may be repeated.");
    readonly Option<string[]> definitions = TextOption.Repeated("--definition", "ORG=TEXT", "What an organisation's definition would say; may be repeated.");
    readonly Option<string[]> notes = TextOption.Repeated("--note", "ORG=TEXT", "The note for an organisation's readers; may be repeated.");
    readonly Option<string[]> parts = TextOption.Repeated("--part", "WORD=TEXT", "One of the entries it is split into: word and definition; at least two.");
    readonly Option<string?> relation = new("--relation") { HelpName = "RELATION", Description = $"How the first party's meaning relates to the others': {string.Join(", ", Relations.Select(Words.Of))}." };
    readonly Option<string> replacement = TextOption.Optional("--replacement", "The term to use instead (deprecate-one).", "WORD");
    readonly Option<bool> admitBareWord = new("--admit-bare-word") { Description = "The bare word stays admitted (qualify-terms); else it is deprecated." };
    readonly Option<string> reviewDate = TextOption.Optional("--review-date", "Day on which to look again, YYYY-MM-DD (deferred needs one).", "DATE");

    readonly Option<int> replace = NumberOption.Whole("--replace", "N", "The proposal under consultation that it takes the place of; positions on that one stay in the record.", 0, 1, int.MaxValue);

    public ProposeCommand(Terminal terminal)
        : base(terminal, "propose", "Suggest how a conflict would be settled, in place of the proposal before.")
    {
        Takes(outcome, rationale, entry, shared, sharedTerm, terms, definitions, notes, parts, relation, replacement, admitBareWord, reviewDate, replace);
        Notes = """
            Examples:
              commonlanguage propose incident adopt-one --entry nist --rationale "The newer standard."
              commonlanguage propose incident merge-into-shared --shared "An event that ..." --rationale "Nearly equal."
              commonlanguage propose incident qualify-terms --term "nist=incident (security)" --term "cnss=incident (network)" --rationale "Two things."
              commonlanguage propose incident agree-to-differ --note "nist=As SP 800-61 says." --note "cnss=As CNSSI 4009 says." --rationale "Bound by standards."
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call)
    {
        var proposal = new Proposal
        {
            Outcome = Outcomes.First(known => Words.Of(known) == parse.GetRequiredValue(outcome)),
            Rationale = parse.GetRequiredValue(rationale),
            Entry = parse.GetValue(entry) is { } named ? Sides.Entry(at, named) : "",
            Relation = parse.GetValue(relation) is { } asked ? RelationOf(asked) : V1.Relation.Unspecified,
            Replacement = parse.GetRequiredValue(replacement),
            BareWord = parse.GetValue(admitBareWord) ? Term.Types.Status.Admitted : Term.Types.Status.Unspecified,
            ReviewDate = parse.GetRequiredValue(reviewDate),
        };
        if (parse.GetRequiredValue(shared).Length + parse.GetRequiredValue(sharedTerm).Length > 0)
            proposal.Texts.Add(new ProposedText { Term = parse.GetRequiredValue(sharedTerm), Definition = parse.GetRequiredValue(shared) });
        foreach (var part in parse.GetRequiredValue(parts))
        {
            var (word, definition) = Sides.Split("--part", part);
            proposal.Texts.Add(new ProposedText { Term = word, Definition = definition });
        }

        Add(parse, at, proposal, terms, (text, value) => text.Term = value);
        Add(parse, at, proposal, definitions, (text, value) => text.Definition = value);
        Add(parse, at, proposal, notes, (text, value) => text.Note = value);
        return desk.ProposeAsync(new() { Name = at.Name, Etag = at.Etag, Proposal = proposal, Replace = parse.GetValue(replace), ValidateOnly = isDryRun }, call);
    }

    // What is said of one entry by several options is one text.
    static void Add(ParseResult parse, Conflict at, Proposal proposal, Option<string[]> option, Action<ProposedText, string> set)
    {
        foreach (var given in parse.GetRequiredValue(option))
        {
            var (side, value) = Sides.Split(option.Name, given);
            var name = Sides.Entry(at, side);
            var text = proposal.Texts.FirstOrDefault(text => text.Entry == name);
            if (text is null)
                proposal.Texts.Add(text = new ProposedText { Entry = name });
            set(text, value);
        }
    }

    static Relation RelationOf(string word) => Relations.FirstOrDefault(known => Words.Of(known) == word) is not V1.Relation.Unspecified and var found
        ? found
        : throw FailureException.WrongUse($"--relation takes {string.Join(", ", Relations.Select(Words.Of))}, not '{word}'.");
}
