using CommonLanguage.Cli.Commands;
using CommonLanguage.Cli.Output;

using var terminal = Terminal.OfProcess();
return await Tool.RunAsync(args, terminal);
