using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CommonLanguage.Cli.Output;

/// <summary>Where a command reads from and writes to. Documents go to standard output, everything else to standard error.</summary>
sealed class Terminal : IDisposable
{
    const int WidthOfFiles = 100;

    /// <summary>Standard input.</summary>
    public required Stream In { get; init; }

    /// <summary>Standard output, for bytes.</summary>
    public required Stream OutBytes { get; init; }

    /// <summary>Standard output, for text.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person reads standard output as it comes.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person reads standard error as it comes.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether standard output may carry colours.</summary>
    public bool HasColours { get; init; }

    /// <summary>Columns of standard output; a file has 100.</summary>
    public int Width { get; init; } = WidthOfFiles;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>That of this process.</summary>
    public static Terminal OfProcess()
    {
        var outIsTerminal = !Console.IsOutputRedirected;
        var errorIsTerminal = !Console.IsErrorRedirected;
        if (OperatingSystem.IsWindows() && (outIsTerminal || errorIsTerminal))
            Console.OutputEncoding = Encoding.UTF8;
        var output = Console.OpenStandardOutput();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new()
        {
            In = Console.OpenStandardInput(),
            OutBytes = output,
            Out = new StreamWriter(output, utf8),
            Error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true }),
            OutIsTerminal = outIsTerminal,
            ErrorIsTerminal = errorIsTerminal,
            // https://no-color.org; TERM=dumb is how editors say that their terminal is none.
            HasColours = outIsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Width = outIsTerminal ? Math.Max(Console.WindowWidth, 40) : WidthOfFiles,
        };
    }

    /// <summary>Writes a line for the person to standard error.</summary>
    public void Tell(string line) => Error.WriteLine(VisibleText.OneLine(line));

    /// <summary>Writes something laid out to standard output and ends the line.</summary>
    public void Show(IRenderable renderable) => Show(renderable, HasColours);

    /// <summary>The same with colours, or without.</summary>
    public void Show(IRenderable renderable, bool colours)
    {
        using var page = new StringWriter();
        ConsoleOn(page, Width, colours ? AnsiSupport.Yes : AnsiSupport.No).Write(renderable);
        // Layout fills cells with blanks; a file or a pipe wants none at the end of a line.
        foreach (var line in page.ToString().TrimEnd('\n').Split('\n'))
            Out.WriteLine(line.TrimEnd());
    }

    /// <summary>A console on standard error, for progress.</summary>
    public IAnsiConsole ErrorConsole() => ConsoleOn(Error, Width, ErrorIsTerminal ? AnsiSupport.Yes : AnsiSupport.No);

    /// <inheritdoc/>
    public void Dispose()
    {
        Out.Flush();
        Error.Flush();
    }

    static IAnsiConsole ConsoleOn(TextWriter writer, int width, AnsiSupport ansi)
    {
        var made = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi,
            ColorSystem = ansi == AnsiSupport.Yes ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new Paper(writer, width),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        made.Profile.Capabilities.Unicode = true;
        return made;
    }

    /// <summary>A writer with a width.</summary>
    sealed class Paper(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => false;

        public int Width => width;

        public int Height => int.MaxValue;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
