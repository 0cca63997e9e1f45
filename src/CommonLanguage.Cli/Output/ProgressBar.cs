using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>How far some work is: a bar on standard error, on a terminal only, for what takes over a second.</summary>
static class ProgressBar
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for work and shows how far it is.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="doing">What is done, until the work says otherwise.</param>
    /// <param name="start">Starts the work, given whom to tell about progress.</param>
    public static async Task<T> ShowAsync<T>(Terminal terminal, string doing, Func<Action<Progress>, Task<T>> start)
    {
        var progress = new Progress(doing, 0);
        var work = start(news => Volatile.Write(ref progress, news));
        if (terminal.ErrorIsTerminal && await Task.WhenAny(work, Task.Delay(Patience)) != work)
        {
            await terminal.ErrorConsole().Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .StartAsync(async context =>
                {
                    var bar = context.AddTask(Markup.Escape(VisibleText.OneLine(doing)));
                    do
                    {
                        var now = Volatile.Read(ref progress);
                        bar.Description = Markup.Escape(VisibleText.OneLine(now.Doing));
                        bar.Value = 100 * now.Share;
                        bar.IsIndeterminate = now.Share == 0;
                    }
                    while (await Task.WhenAny(work, Task.Delay(Step)) != work);
                });
        }

        return await work;
    }
}
