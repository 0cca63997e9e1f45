namespace CommonLanguage.Cli.Tests;

public sealed class WrongUseTests
{
    [Theory]
    [InlineData("commonlanguage: Say what to do. See 'commonlanguage --help'.")]
    [InlineData("commonlanguage: There is no command 'lokup'; did you mean 'lookup'? See 'commonlanguage --help'.", "lokup")]
    [InlineData("commonlanguage: TERM is missing. See 'commonlanguage lookup --help'.", "lookup")]
    [InlineData("commonlanguage: There is no option '--organization'; did you mean '--organisation'? See 'commonlanguage lookup --help'.", "lookup", "--organization", "a", "word")]
    [InlineData("commonlanguage: There is no option '--colour'. See 'commonlanguage lookup --help'.", "lookup", "--colour", "word")]
    [InlineData("commonlanguage: There is no command 'ad'; did you mean 'add'? See 'commonlanguage members --help'.", "members", "ad")]
    [InlineData("commonlanguage: Option '--organisation' is required. See 'commonlanguage import --help'.", "import", "a.csv")]
    [InlineData("commonlanguage: --limit takes a whole number from 1 to 100000, not '0'. See 'commonlanguage conflicts --help'.", "conflicts", "--limit", "0")]
    [InlineData("commonlanguage: --minimum-severity takes a number from 0 to 1, not '1.5'. See 'commonlanguage conflicts --help'.", "conflicts", "--minimum-severity", "1.5")]
    [InlineData("commonlanguage: --format takes text or json, not 'xml'. See 'commonlanguage lookup --help'.", "lookup", "word", "--format", "xml")]
    [InlineData("commonlanguage: 'b' is one word too many. See 'commonlanguage conflict --help'.", "conflict", "a", "b")]
    [InlineData("commonlanguage: Say what to compare: two texts and --term, or --input FILE.", "compare", "a")]
    [InlineData("commonlanguage: Say which word both texts define, with --term.", "compare", "a", "b")]
    [InlineData("commonlanguage: Give two texts or --input, not both.", "compare", "a", "b", "--input", "x")]
    [InlineData("commonlanguage: There is no file 'no-such-file.csv'; check the path.", "import", "no-such-file.csv", "--organisation", "o")]
    [InlineData("commonlanguage: There is no file 'no-such-file.jsonl'; check the path.", "compare", "--input", "no-such-file.jsonl")]
    [InlineData("commonlanguage: '.' is a directory; name the files in it, for example './*.csv'.", "import", ".", "--organisation", "o")]
    [InlineData("commonlanguage: The name of the file is empty; give the path of a file.", "import", "", "--organisation", "o")]
    [InlineData("commonlanguage: Format 'tbx' is not supported by this server; use csv or xlsx.", "export", "--organisation", "o", "--format", "tbx")]
    [InlineData("commonlanguage: Format 'skos' is not supported by this server; use csv or xlsx.", "export", "--organisation", "o", "--format", "skos")]
    [InlineData("commonlanguage: Format 'skos' is not supported by this server; use csv or xlsx.", "import", "a.csv", "--organisation", "o", "--format", "skos")]
    [InlineData("commonlanguage: Server 'localhost' is no http or https address; write it like http://localhost:5081.", "lookup", "w", "--server", "localhost")]
    [InlineData("commonlanguage: There is no file 'no-such-key'; check the path.", "lookup", "w", "--token-file", "no-such-key")]
    public async Task Wrong_use_is_one_sentence_with_the_way_out_and_exit_code_2(string sentence, params string[] args)
    {
        var ran = await new Person().TypesAsync(args);
        Assert.Equal(new Ran(2, "", sentence + Environment.NewLine), ran);
    }

    [Fact]
    public async Task What_was_typed_cannot_steer_the_terminal()
    {
        var ran = await new Person().TypesAsync("look\u001b[31mup");
        Assert.Equal("commonlanguage: There is no command 'look\\u001b[31mup'; did you mean 'lookup'? See 'commonlanguage --help'." + Environment.NewLine, ran.Error);
    }

    [Fact]
    public async Task A_word_that_begins_with_an_at_sign_is_no_file_of_arguments()
    {
        var ran = await new Person().TypesAsync("compare", "@home", "@home", "--term", "@work", "--format", "json");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
    }
}
