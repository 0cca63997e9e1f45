using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>The words for file formats.</summary>
static class GlossaryFormats
{
    /// <summary>The format that a word stands for.</summary>
    /// <exception cref="FailureException">The API has no such format.</exception>
    public static GlossaryFormat Parse(string word) => word switch
    {
        "csv" => GlossaryFormat.Csv,
        "xlsx" => GlossaryFormat.Xlsx,
        "sssom" => GlossaryFormat.Sssom,
        _ => throw FailureException.WrongUse($"Format '{word}' is not supported by this server; use csv or xlsx."),
    };
}
