using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>Prints the version of the tool, without the commit it was built from.</summary>
sealed class ShowVersion : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(ShowVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine(version.Split('+')[0]);
        return ExitCode.Done;
    }
}
