using System.Text;
using CommonLanguage.Cli.Commands;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Tests;

/// <summary>Types command lines; the tool runs in this process, on streams in memory.</summary>
sealed class Person
{
    /// <summary>Columns of the terminal; files have 100.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Whether standard output is a terminal with colours.</summary>
    public bool AtTerminal { get; init; }

    /// <summary>What standard input holds.</summary>
    public string Input { get; init; } = "";

    /// <summary>Environment variables.</summary>
    public Dictionary<string, string> Variables { get; init; } = [];

    public async Task<Ran> TypesAsync(params string[] args)
    {
        using var bytes = new MemoryStream();
        using var error = new StringWriter();
        using (var terminal = new Terminal
        {
            In = new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            OutBytes = bytes,
            Out = new StreamWriter(bytes, new UTF8Encoding(false)),
            Error = error,
            Width = Width,
            OutIsTerminal = AtTerminal,
            HasColours = AtTerminal,
            Variable = name => Variables.GetValueOrDefault(name),
        })
        {
            var exitCode = await Tool.RunAsync(args, terminal);
            terminal.Dispose();
            return new(exitCode, Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
        }
    }
}
