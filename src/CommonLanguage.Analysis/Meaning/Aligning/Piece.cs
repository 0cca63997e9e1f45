namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>A piece of a word that the encoder knows.</summary>
/// <param name="Number">Its number in the vocabulary.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="OpensWord">Whether a word begins here.</param>
public readonly record struct Piece(int Number, int Start, int End, bool OpensWord);
