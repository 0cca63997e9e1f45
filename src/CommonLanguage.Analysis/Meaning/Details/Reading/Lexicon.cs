using System.Reflection;
using System.Runtime.CompilerServices;
using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>
/// The words and phrases of a language that shape details, read once from the embedded table "words.(language).txt". Each line of a table
/// is a rule, a colon and entries separated by commas; see the head of the English table. Immutable after loading, thread-safe.
/// </summary>
sealed class Lexicon
{
    static readonly string[] Languages = ["en", "de", "fr", "es", "it", "nl"];
    static readonly Lazy<Lexicon>[] Lexicons = Array.ConvertAll(Languages, language => new Lazy<Lexicon>(() => new(language)));

    readonly Dictionary<ulong, Lexeme> words;
    readonly Dictionary<ulong, List<Phrase>> phrases;

    Lexicon(string language)
    {
        Language = language;
        var builder = new LexiconBuilder();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"CommonLanguage.Details.words.{language}.txt")
            ?? throw new InvalidOperationException($"The table of words for '{language}' is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            builder.Add(line);
        (words, phrases) = builder.Build();
    }

    public string Language { get; }

    /// <summary>Words read lately.</summary>
    public RecentWords<KnownToken> Recent { get; } = new();

    /// <summary>The lexicon of a BCP 47 tag's language; the English one where there is none.</summary>
    public static Lexicon Of(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        var primary = end < 0 ? language : language.AsSpan(0, end);
        for (var i = 0; i < Languages.Length; i++)
        {
            if (primary.SequenceEqual(Languages[i]))
                return Lexicons[i].Value;
        }

        return Lexicons[0].Value;
    }

    /// <summary>The meanings of a word in lower case; none for a word that the lexicon does not hold.</summary>
    [SkipLocalsInit]
    public int[] Senses(ReadOnlySpan<char> word)
    {
        if (word.Length > WordHash.Longest)
            return [];
        Span<char> buffer = stackalloc char[WordHash.Longest + WordHash.Room];
        word.CopyTo(buffer);
        var length = word.Length;
        return Find(WordHash.Base(buffer, ref length, out _)) is { } found ? found.Concepts : [];
    }

    public Lexeme? Find(ulong word) => words.GetValueOrDefault(word);

    /// <summary>The longest phrase that begins with a word, and how many words it takes.</summary>
    public Lexeme? FindPhrase(ReadOnlySpan<Token> tokens, out int taken)
    {
        taken = 0;
        if (!phrases.TryGetValue(tokens[0].Base, out var candidates))
            return null;
        foreach (var phrase in candidates)
        {
            if (phrase.Words.Length > tokens.Length)
                continue;
            var i = 1;
            while (i < phrase.Words.Length && tokens[i].Kind == TokenKind.Word && tokens[i].Base == phrase.Words[i])
                i++;
            if (i < phrase.Words.Length)
                continue;
            taken = i;
            return phrase.Meaning;
        }

        return null;
    }

    /// <summary>A word as it is read by itself.</summary>
    internal sealed record KnownToken(Token Token);

    internal readonly record struct Phrase(ulong[] Words, Lexeme Meaning);
}
