using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Meaning;

/// <summary>Gathers from a reading the parts of the text that state the features of the concept. Pure.</summary>
public static class CharacteristicReader
{
    /// <summary>Words that a duty or a condition is told with at most.</summary>
    const int LongestPhrase = 12;

    /// <summary>Tokens between two parts of one list ("a, b and c").</summary>
    const int Gap = 3;

    /// <summary>What a definition states, by kind, then by place.</summary>
    public static ImmutableArray<Characteristic> Of(DefinitionReading reading) =>
        [.. Read(reading).Distinct().OrderBy(found => found.Kind).ThenBy(found => found.Span.Start)];

    static IEnumerable<Characteristic> Read(DefinitionReading reading)
    {
        var (tokens, details) = (reading.Details.Tokens, reading.Details);
        return Kind(reading)
            .Concat(details.Quantities.Where(Measures).Select(quantity => new Characteristic(IsTime(quantity) ? CharacteristicKind.Time : CharacteristicKind.Quantity, quantity.Span)))
            .Concat(details.Duties.Where(duty => !duty.Faint).Select(duty => Phrase(CharacteristicKind.Duty, tokens, duty.Denial >= 0 ? Math.Min(duty.Denial, duty.At) : duty.At)))
            .Concat(details.Parties.Where(party => PartyNoun.Is(reading.Definition, tokens, party)).Select(party => new Characteristic(CharacteristicKind.Party, tokens[party.At].Span)).DistinctBy(found => Text(reading, found.Span)))
            .Concat(Runs(CharacteristicKind.Inclusion, tokens, TokenTraits.Included))
            .Concat(Runs(CharacteristicKind.Exclusion, tokens, TokenTraits.Excluded))
            .Concat(Enumerable.Range(0, tokens.Length).Where(i => IsCondition(tokens[i])).Select(i => Phrase(CharacteristicKind.Condition, tokens, i)));
    }

    static IEnumerable<Characteristic> Kind(DefinitionReading reading)
    {
        if (reading.Kind is { } kind)
            yield return new(CharacteristicKind.KindOfThing, kind);
    }

    // A bare number is that of a footnote, a cited document or a list: "chip.100", "SP 800-53", "1) obtain". "One or more" says nothing.
    static bool Measures(Quantity quantity) => quantity.Dimension is not (Dimension.Level or Dimension.Count)
        || (quantity.Dimension == Dimension.Count && (quantity.Thing >= 0 || !quantity.IsExact) && !(quantity.Low == 1 && double.IsPositiveInfinity(quantity.High)));

    static bool IsTime(in Quantity quantity) => quantity.IsTime || quantity.Dimension is Dimension.Frequency or Dimension.Date or Dimension.TimeOfDay;

    static bool IsCondition(in Token token) => token.Is(LexemeRoles.If | LexemeRoles.When | LexemeRoles.Unless) && !token.Has(TokenTraits.Example | TokenTraits.Taken);

    static Characteristic Phrase(CharacteristicKind kind, ReadOnlySpan<Token> tokens, int from)
    {
        var to = from + 1;
        while (to < tokens.Length && to - from < LongestPhrase && !(tokens[to].Kind == TokenKind.Mark && tokens[to].Mark is ',' or '.' or ';' or ')' or ':') && !IsCondition(tokens[to]))
            to++;
        return new(kind, new(tokens[from].Start, tokens[to - 1].End));
    }

    static List<Characteristic> Runs(CharacteristicKind kind, ReadOnlySpan<Token> tokens, TokenTraits trait)
    {
        List<Characteristic> found = [];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Has(trait))
                continue;
            var last = i;
            for (var k = i + 1; k < tokens.Length && k - last <= Gap && !(tokens[k].Kind == TokenKind.Mark && tokens[k].Mark is '.' or ';' or ')'); k++)
                last = tokens[k].Has(trait) ? k : last;
            found.Add(new(kind, new(tokens[i].Start, tokens[last].End)));
            i = last;
        }

        return found;
    }

    static string Text(DefinitionReading reading, TextSpan span) => reading.Definition[span.Start..span.End].ToUpperInvariant();
}
