using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Tests.Meaning;

public sealed class MeaningComparerTests
{
    static Comparison Compare(string term, string a, string b, string language = "en") =>
        MeaningComparer.Compare(DefinitionReading.Of(term, a, language), DefinitionReading.Of(term, b, language));

    [Fact]
    public void The_same_words_are_the_same_meaning()
    {
        var comparison = Compare("lease", "A contract by which a thing is lent for money.", "a contract, by which a thing is lent for money");

        Assert.Equal(Relation.Exact, comparison.Relation);
        Assert.Equal(0, comparison.Conflict);
        Assert.Equal(ConflictKind.Wording, comparison.Kind);
    }

    [Theory]
    [InlineData("safe link", "Safe-Links", "safe-link", "safelink")]
    [InlineData("bandwidth", "Bandwidth", "band width", "Band-Width")]
    [InlineData("login", "log in", "Log-ins", "LOGIN")]
    [InlineData("KPI", "KPIs", "K.P.I.")]
    [InlineData("multifactor authentication", "multi-factor authentication", "Multi factor authentication")]
    public void How_the_word_is_spelt_changes_nothing(string term, params string[] spellings)
    {
        const string A = "A figure of the log that tells how safe a link of a chain is, measured once a year at the factor's own office by its width.";
        const string B = "A link between two bands that opens when somebody enters a factor; authentication is not needed.";
        var expected = Compare(term, A, B);

        foreach (var spelling in spellings)
        {
            var here = MeaningComparer.Compare(DefinitionReading.Of(spelling, A, "en"), DefinitionReading.Of(term, B, "en"));
            Assert.Equal((expected.Conflict, expected.Relation, expected.Similarity), (here.Conflict, here.Relation, here.Similarity));
            Assert.Equal(expected.Evidence.AsEnumerable(), here.Evidence);
        }
    }

    [Theory]
    [InlineData("Mbps", "MBps")]
    [InlineData("Mb", "MB")]
    [InlineData("Gbps", "GBps")]
    [InlineData("Gbit", "GB")]
    [InlineData("mW", "MW")]
    [InlineData("mV", "MV")]
    [InlineData("kWh", "MWh")]
    [InlineData("mbps", "Kbps")]
    public void Units_that_capitals_tell_apart_are_other_values(string unit, string other)
    {
        var comparison = Compare("line", $"A line that gives at least 100 {unit} at all times.", $"A line that gives at least 100 {other} at all times.");

        Assert.True(comparison.Conflict >= MeaningComparer.ConflictThreshold);
        Assert.NotEqual(Relation.Exact, comparison.Relation);
        Assert.Equal($"at least 100 {unit}, there at least 100 {other}", Assert.Single(comparison.Evidence).Reason);
    }

    [Theory]
    [InlineData("100 Mbps", "100 megabits per second")]
    [InlineData("100 Mbps", "100 Mb/s")]
    [InlineData("100 Mbps", "100 mbps")]
    [InlineData("8 Mb", "1 MB")]
    [InlineData("1 GB", "1 gigabyte")]
    [InlineData("5 MW", "5 megawatts")]
    public void One_value_in_two_units_is_one(string value, string other) =>
        Assert.True(Compare("line", $"A line that gives at least {value} at all times.", $"A line that gives at least {other} at all times.").Conflict < MeaningComparer.ConflictThreshold);

    [Fact]
    public void A_citation_and_a_reference_change_nothing()
    {
        var comparison = Compare(
            "mobile code",
            "(N) 1. Programs sent over a network and run without being installed. [NIST SP 800-53] See also applet.",
            "Programs sent over a network and run without being installed.");

        Assert.Equal(0, comparison.Conflict);
    }

    [Theory]
    [InlineData("port", "A place on the coast where ships load and unload.", "A number that tells apart the services that listen on one network address.")]
    [InlineData("key", "A metal tool that opens a lock.", "A secret number that controls how a cryptographic algorithm turns plaintext into ciphertext.")]
    [InlineData("charge", "The price asked for a service.", "A formal claim that somebody has committed a crime.")]
    public void Unrelated_meanings_are_a_conflict(string term, string a, string b)
    {
        var comparison = Compare(term, a, b);

        Assert.True(comparison.Conflict >= MeaningComparer.ConflictThreshold, $"{comparison.Conflict}");
        Assert.NotEqual(Relation.Exact, comparison.Relation);
    }

    [Theory]
    [InlineData("backup", "A copy of data made so that it can be restored after a loss.", "Copy of data which makes it possible to restore the data when they are lost.")]
    [InlineData("intruder", "A person who enters a computer system without permission.", "Someone who gains access to a computer system without authorisation.")]
    public void Like_meanings_in_other_words_are_nearer_than_unrelated_ones(string term, string a, string b)
    {
        var comparison = Compare(term, a, b);
        var unrelated = Compare(term, a, "A band of white cloth that is worn round the neck in winter.");

        Assert.True(comparison.Similarity > unrelated.Similarity + .2, $"{comparison.Similarity} {unrelated.Similarity}");
        Assert.True(comparison.Conflict < unrelated.Conflict - .2, $"{comparison.Conflict} {unrelated.Conflict}");
    }

    [Fact]
    public void Another_number_in_the_same_words_is_a_conflict_that_shows_both_numbers()
    {
        const string a = "Restoring the service within 4 hours of the report.";
        const string b = "Restoring the service within 4 days of the report.";

        var comparison = Compare("resolution", a, b);

        Assert.True(comparison.Conflict >= MeaningComparer.ConflictThreshold, $"{comparison.Conflict}");
        Assert.Equal(ConflictKind.Parameter, comparison.Kind);
        Assert.EndsWith("4 hours", a[comparison.Evidence[0].A.Start..comparison.Evidence[0].A.End], StringComparison.Ordinal);
        Assert.EndsWith("4 days", b[comparison.Evidence[0].B.Start..comparison.Evidence[0].B.End], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_time_in_another_unit_is_no_conflict()
    {
        var comparison = Compare("resolution", "Restoring the service within 24 hours of the report.", "Restoring the service within one day of the report.");

        Assert.True(comparison.Conflict < MeaningComparer.ConflictThreshold, $"{comparison.Conflict}");
    }

    [Fact]
    public void Senses_of_two_sides_find_their_partners()
    {
        DefinitionReading[] bank =
        [
            DefinitionReading.Of("bank", "A business that keeps money for its customers and lends it.", "en"),
            DefinitionReading.Of("bank", "The sloping land beside a river.", "en"),
        ];
        DefinitionReading[] other =
        [
            DefinitionReading.Of("bank", "The ground at the edge of a stream or river.", "en"),
            DefinitionReading.Of("bank", "A financial institution that accepts deposits and makes loans.", "en"),
        ];

        var matrix = MeaningComparer.Compare(bank, other);

        Assert.True(matrix[0, 1].Probabilities.None < matrix[0, 0].Probabilities.None);
        Assert.True(matrix[1, 0].Probabilities.None < matrix[1, 1].Probabilities.None);
        Assert.NotEqual(Relation.None, matrix[1, 0].Relation);
        Assert.Equal(Relation.None, matrix[0, 0].Relation);
    }

    [Fact]
    public void One_sense_on_each_side_is_judged_as_a_pair()
    {
        var (a, b) = (DefinitionReading.Of("lease", "A contract to use a thing for money.", "en"), DefinitionReading.Of("lease", "The time for which a right lasts.", "en"));

        Assert.Equal(MeaningComparer.Compare(a, b), MeaningComparer.Compare([a], [b])[0, 0], SameAnswer);
    }

    [Fact]
    public void Evidence_names_words_that_only_one_side_has()
    {
        const string a = "A copy of files kept on tape in another building.";
        const string b = "A copy of files.";

        var comparison = Compare("backup", a, b);

        Assert.Contains(comparison.Evidence, evidence => a[evidence.A.Start..evidence.A.End].Contains("tape", StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_without_vectors_is_compared_by_its_words()
    {
        var near = Compare("copia", "Copia de los datos que permite restaurarlos después de una pérdida.", "Copia de datos para restaurar los datos perdidos.", "es");
        var far = Compare("copia", "Copia de los datos que permite restaurarlos después de una pérdida.", "Persona que imita a otra en su forma de vestir.", "es");

        Assert.True(near.Similarity > far.Similarity);
        Assert.True(near.Conflict < far.Conflict);
    }

    static bool SameAnswer(Comparison x, Comparison y) => x with { Evidence = [] } == y with { Evidence = [] } && x.Evidence.SequenceEqual(y.Evidence);
}
