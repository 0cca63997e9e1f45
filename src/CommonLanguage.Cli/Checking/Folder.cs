using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Checking;

/// <summary>What the folder of the documents says about checking them: the nearest one upwards that says anything.</summary>
sealed class Folder(string root)
{
    /// <summary>The folder.</summary>
    public string Root => root;

    /// <summary>The settings.</summary>
    /// <exception cref="FailureException">The file cannot be read.</exception>
    public CheckSettings Settings => Read(CheckSettings.FileName, CheckSettings.None, CheckSettings.Read);

    /// <summary>The accepted senses.</summary>
    /// <exception cref="FailureException">The file cannot be read.</exception>
    public AcceptedSenses Senses => Read(AcceptedSenses.FileName, AcceptedSenses.None, AcceptedSenses.Read);

    /// <summary>Finds the folder, from the one the command runs in upwards.</summary>
    public static Folder Find()
    {
        var here = Directory.GetCurrentDirectory();
        for (var folder = here; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, CheckSettings.FileName)) || File.Exists(Path.Combine(folder, AcceptedSenses.FileName)))
                return new(folder);
        }

        return new(here);
    }

    /// <summary>Keeps one more accepted sense.</summary>
    public void Accept(AcceptedSense sense)
    {
        var path = Path.Combine(root, AcceptedSenses.FileName);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Senses.With(sense).Write());
    }

    T Read<T>(string name, T none, Func<string, string, T> read)
    {
        var path = Path.Combine(root, name);
        if (!File.Exists(path))
            return none;
        try
        {
            return read(File.ReadAllText(path), name);
        }
        catch (UnreadableInputException refusal)
        {
            throw FailureException.WrongUse(refusal.Message, refusal);
        }
    }
}
