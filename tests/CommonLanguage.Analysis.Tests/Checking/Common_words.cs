using System.Text;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Common_words
{
    static readonly string[] Lines = Encoding.UTF8.GetString(CommonWords.Lines).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void Stand_in_the_order_of_bytes_each_once() => Assert.Equal(Lines.Where(line => line[0] != '#').Distinct().Order(StringComparer.Ordinal), Lines.Where(line => line[0] != '#'));

    [Fact]
    public void Hold_the_normal_form_of_each() => Assert.Empty(Lines.Where(line => line[0] != '#').Select(NormalForm.Of).Except(Lines));

    [Fact]
    public void Are_found_all() => Assert.All(Lines.Where(line => line[0] != '#'), line => Assert.True(CommonWords.Contains(line)));

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("zzz")]
    [InlineData("kubelet")]
    [InlineData("aardvarkk")]
    [InlineData("ﬁre")]
    public void Are_no_others(string word) => Assert.False(CommonWords.Contains(word));
}
