using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning.Parts;

/// <summary>What was read of one definition.</summary>
sealed class ReadParts
{
    /// <summary>Words beyond these are not compared: a definition that has not said its point by then has several.</summary>
    public const int MaxWords = 64;

    /// <summary>The content words, each once, in order of first use; at most <see cref="MaxWords"/>.</summary>
    public required MeaningWord[] Words { get; init; }

    /// <summary>Keys of all content words in order, repeated ones too; at most 128.</summary>
    public required uint[] Sequence { get; init; }

    /// <summary>Weights of <see cref="Words"/> added up.</summary>
    public required float Weight { get; init; }

    /// <summary>The whole text's vector of length 1; empty without vectors.</summary>
    public required float[] Vector { get; init; }

    /// <summary>Vectors of length 1 of the parts between semicolons and sentences, when there are several; at most 5.</summary>
    public required float[][] PartVectors { get; init; }

    /// <summary>Place in <see cref="Words"/> of the first kind named ("a deceptive ACT of ..."), or -1.</summary>
    public required int Genus { get; init; }

    /// <summary>Place of the kind behind a light one ("a set of RULES"), or -1.</summary>
    public required int SecondGenus { get; init; }

    /// <summary>Which letter triples occur: 4096 bits, hashed.</summary>
    public required ulong[] Triples { get; init; }

    public required int TripleCount { get; init; }

    /// <summary>Hash of all words that are read, for telling texts that differ in punctuation, case or boilerplate only.</summary>
    public required ulong Plain { get; init; }

    public required int WordCount { get; init; }

    /// <summary>Words by which a definition mostly covers more.</summary>
    public required int Widening { get; init; }

    /// <summary>Words by which it mostly covers less.</summary>
    public required int Narrowing { get; init; }

    public required int Sentences { get; init; }

    public required int PartCount { get; init; }

    public required int Stops { get; init; }

    /// <summary>Nothing but the term written out, or a reference to another entry.</summary>
    public required bool IsBare { get; init; }

    /// <summary>Content words of the term: a term of several words seldom means several things.</summary>
    public required int TermWords { get; init; }

    /// <summary>Meanings that WordNet holds for a term of one word; 0 when it holds none.</summary>
    public required int TermSenses { get; init; }

    /// <summary>A term of one word of at most four characters that is no English word: an abbreviation, mostly.</summary>
    public required bool TermIsShort { get; init; }

    public required bool HasVectors { get; init; }
}
