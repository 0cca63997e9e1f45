namespace CommonLanguage.Server.Web.Queue;

/// <summary>A key was pressed on a list, with what was on the screen then: on a slow line the server may be further by now.</summary>
public sealed class ListKeyEventArgs : EventArgs
{
    /// <summary>The key, as browsers name it.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether Control was held.</summary>
    public bool Ctrl { get; set; }

    /// <summary>Whether Alt or the key of the system was held.</summary>
    public bool Other { get; set; }

    /// <summary>Id of the row that was selected on the screen.</summary>
    public string Row { get; set; } = "";
}
