using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Encoder;

namespace CommonLanguage.Analysis.Tests.Meaning.Aligning;

public sealed class SecondStageTests
{
    const string Statement = "Period from the order to the shipment of the goods";
    const string Changed = "Period from the order to the receipt of the goods";

    public static TheoryData<string, string> Pairs => new()
    {
        { Statement, Changed },
        { "Rail vehicle that carries goods.", "Lorry with a flat bed." },
        { "a", "!" },
        { "\U0001F600 \u0301 ﬁ", string.Join(' ', Enumerable.Repeat("incomprehensibilities", 300)) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Swapped_texts_give_the_mirrored_answer_exactly(string a, string b)
    {
        var (there, back) = (Compare(a, b), Compare(b, a));
        var mirrored = back.Probabilities with { Broader = back.Probabilities.Narrower, Narrower = back.Probabilities.Broader };
        Assert.Equal((there.Conflict, there.Similarity, there.Probabilities), (back.Conflict, back.Similarity, mirrored));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_stage_that_is_opened_anew_says_the_same(string a, string b)
    {
        using var encoder = new DefinitionEncoder(AppContext.BaseDirectory);
        var anew = SecondStage.Open(encoder.Read, Path.Combine(AppContext.BaseDirectory, ShippedStage.Heads));
        Assert.Equal(ShippedStage.Open().Judge(a, b), anew.Judge(a, b));
    }

    /// <summary>On processors with matrix tiles the network's own thread cannot catch it: the process would end here.</summary>
    [Fact]
    public void A_null_reference_is_caught_on_a_thread_that_has_had_a_text_read()
    {
        using var encoder = new DefinitionEncoder(AppContext.BaseDirectory);
        Assert.NotEmpty(encoder.Read("An event that harms a service.").States);
        Assert.Throws<NullReferenceException>(() => LengthOf(null));

        static int LengthOf(string? text) => text!.Length;
    }

    [Theory]
    [InlineData("The greatest rate at which a line carries data; it is at least 100 Mbps.", "The highest rate at which a network carries data; at least 90 Mbps is offered.")]
    [InlineData("The greatest rate at which a line carries data; it is at least 100 Mbps.", "The greatest rate at which a line carries data; it is at least 100 MBps.")]
    [InlineData("An event that is reported within 24 hours of being noticed.", "An occurrence that is reported within 72 hours after it was noticed.")]
    [InlineData("A deviation of more than 5 per cent from the plan.", "A departure of over 10 percent from what was planned.")]
    public void Plainly_other_values_are_a_conflict_whatever_the_second_stage_says(string a, string b)
    {
        var comparison = Compare(a, b);

        Assert.True(comparison.Conflict >= MeaningComparer.ConflictThreshold);
        Assert.NotEqual(Relation.Exact, comparison.Relation);
        Assert.Equal(ConflictKind.Parameter, comparison.Kind);
    }

    [Fact]
    public void What_the_network_refuses_reaches_the_caller()
    {
        using var threads = new EncoderThreads();
        Assert.Throws<InvalidDataException>(() => threads.Run<int>(() => throw new InvalidDataException()));
        Assert.Equal(3, threads.Run(() => 3));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_number_is_a_probability(string a, string b)
    {
        var opinion = ShippedStage.Open().Judge(a, b)!;
        Assert.All([opinion.Any, opinion.Serious, opinion.Detail], number => Assert.InRange(number, 0, 1));
        var p = opinion.Relation;
        Assert.Equal(1, p.Exact + p.Broader + p.Narrower + p.Related + p.None, 3);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_relation_is_the_likeliest(string a, string b)
    {
        var comparison = Compare(a, b);
        var p = comparison.Probabilities;
        var said = comparison.Relation switch { Relation.Exact => p.Exact, Relation.Broader => p.Broader, Relation.Narrower => p.Narrower, Relation.Related => p.Related, _ => p.None };
        Assert.True(said >= new[] { p.Exact, p.Broader, p.Narrower, p.Related, p.None }.Max() || p.Broader == p.Narrower);
    }

    [Fact]
    public void A_detail_told_in_content_words_is_seen_that_the_first_stage_does_not_see()
    {
        var first = MeaningComparer.Compare(Read(Statement), Read(Changed));
        Assert.True(Compare(Statement, Changed).Conflict > first.Conflict);
    }

    [Fact]
    public void Where_one_side_alone_is_read_by_the_second_stage_the_first_judges_alone()
    {
        var (first, one) = (MeaningComparer.Compare(Read(Statement), Read(Changed)), MeaningComparer.Compare(Read(Statement).With(ShippedStage.Open()), Read(Changed)));
        Assert.Equal((first.Conflict, first.Probabilities), (one.Conflict, one.Probabilities));
    }

    [Fact]
    public void Of_many_senses_the_partner_is_concluded_by_both_stages()
    {
        var stage = ShippedStage.Open();
        DefinitionReading[] left = [Read(Statement).With(stage)];
        DefinitionReading[] right = [Read("Small animal with long ears").With(stage), Read(Changed).With(stage)];
        var matrix = MeaningComparer.Compare(left, right);
        Assert.NotEqual(matrix[0, 1].Conflict, matrix.Conclude(0, 1).Conflict);
        Assert.Equal(matrix.Conclude(0, 1).Conflict, MeaningComparer.Compare(right, left).Conclude(1, 0).Conflict);
    }

    [Fact]
    public void Texts_of_one_wording_need_no_second_stage() =>
        Assert.Equal((Relation.Exact, 0), (Compare(Statement, Statement + ".").Relation, Compare(Statement, Statement + ".").Conflict));

    [Theory]
    [InlineData("")]
    [InlineData(" \u0301")]
    public void Of_a_text_without_words_it_says_nothing(string text) => Assert.Null(ShippedStage.Open().Judge("a rail vehicle", text));

    [Fact]
    public void A_file_of_heads_that_is_cut_is_refused_by_name()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, ShippedStage.Heads))[..^2]);
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => SecondStage.Open(_ => throw new InvalidOperationException(), path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    static Comparison Compare(string a, string b) => MeaningComparer.Compare(Read(a).With(ShippedStage.Open()), Read(b).With(ShippedStage.Open()));

    static DefinitionReading Read(string text) => DefinitionReading.Of("lead time", text, "en");
}
