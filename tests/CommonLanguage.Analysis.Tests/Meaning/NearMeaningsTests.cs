using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Tests.Meaning;

public sealed class NearMeaningsTests
{
    static readonly string[] Others =
    [
        "A written agreement by which the owner of a house lets it for rent.",
        "The part of a plant that grows under the ground.",
        "A vehicle with two wheels that is moved by pedals.",
        "The head of the government of a town.",
        "A machine that washes dishes.",
    ];

    [Fact]
    public void The_same_thing_in_other_words_is_near_and_other_things_are_not()
    {
        var near = Filled();
        near.Put(10, Read("client", "A person who buys goods or services from a company."));
        near.Put(11, Read("customer", "A person or organisation that buys goods or services of a company."));
        Assert.Equal(11, Assert.Single(near.Nearest(10, .7f, 5, _ => true)).Id);
        Assert.Equal(10, Assert.Single(near.Nearest(11, .7f, 5, _ => true)).Id);
    }

    [Fact]
    public void What_was_taken_out_or_replaced_is_not_found()
    {
        var near = Filled();
        near.Put(10, Read("client", "A person who buys goods from a company."));
        near.Put(11, Read("customer", "A person who buys goods from a company."));
        Assert.Equal(1, near.Nearest(10, .9f, 5, _ => true)[0].Cosine, 3);
        near.Put(11, Read("customer", "The part of a plant that grows under the ground."));
        Assert.Empty(near.Nearest(10, .9f, 5, _ => true));
        near.Remove(10);
        Assert.Empty(near.Nearest(10, .1f, 5, _ => true));
        Assert.Equal(Others.Length + 1, near.Count);
    }

    [Fact]
    public void Only_the_wanted_are_found_and_no_more_than_asked_for()
    {
        var near = Filled();
        for (var id = 10; id < 20; id++)
            near.Put(id, Read("client", "A person who buys goods from a company."));
        Assert.Equal([10, 12, 13], near.Nearest(11, .9f, 3, _ => true).Select(found => (int)found.Id));
        Assert.Equal([13], near.Nearest(11, .9f, 3, id => id == 13).Select(found => (int)found.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("... 12 ---")]
    [InlineData("\ud800")]
    public void A_text_without_vectors_is_near_nothing(string text)
    {
        var near = Filled();
        near.Put(10, Read("client", text));
        Assert.Empty(near.Nearest(10, 0, 5, _ => true));
        near.Put(11, DefinitionReading.Of("Kunde", "Eine Person, die Waren kauft.", "de"));
        Assert.Empty(near.Nearest(11, 0, 5, _ => true));
        near.Remove(11);
    }

    static NearMeanings Filled()
    {
        var near = new NearMeanings();
        for (var i = 0; i < Others.Length; i++)
            near.Put(i, Read("thing", Others[i]));
        return near;
    }

    static DefinitionReading Read(string term, string definition) => DefinitionReading.Of(term, definition, "en");
}
