using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using Microsoft.AspNetCore.Components;

namespace CommonLanguage.Server.Web.Administration;

/// <summary>A part of the administration page that changes something: what the engine refuses is kept, to be shown.</summary>
public abstract class AdministrationSheet : ComponentBase
{
    /// <summary>The last change that is shown.</summary>
    [Parameter, EditorRequired]
    public long Sequence { get; set; }

    [Inject]
    internal LiveTables Tables { get; set; } = null!;

    [Inject]
    internal DeskUser User { get; set; } = null!;

    /// <summary>Why the last change was refused; null = it was not.</summary>
    protected RefusalException? Fault { get; private set; }

    /// <summary>Makes a change.</summary>
    protected async Task AttemptAsync(Func<Task> act)
    {
        Fault = null;
        try
        {
            await act();
        }
        catch (RefusalException refusal)
        {
            Fault = refusal;
        }
    }
}
