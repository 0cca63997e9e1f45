using CommonLanguage.Analysis.Text;
using CommonLanguage.Testing;

namespace CommonLanguage.Analysis.Tests.Text;

/// <summary>The key of a word, against the examples of docs/words.md.</summary>
public sealed class WordPageTests
{
    [Fact]
    public void One_word_has_one_key() => Assert.DoesNotContain(WordExamples.One, pair => !IsOne(pair));

    [Fact]
    public void Two_words_have_two_keys() => Assert.DoesNotContain(WordExamples.Two, IsOne);

    static bool IsOne((string A, string B) pair) => string.Equals(NormalForm.Of(pair.A), NormalForm.Of(pair.B), StringComparison.Ordinal);
}
