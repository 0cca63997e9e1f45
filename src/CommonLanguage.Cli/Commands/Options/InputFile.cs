using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>Files that a person names.</summary>
static class InputFile
{
    const int SmallBytes = 64 * 1024;

    /// <summary>Opens a file to read from its beginning to its end.</summary>
    /// <exception cref="FailureException">There is no such file, or it cannot be read.</exception>
    public static FileStream Open(string path)
    {
        if (path.Length == 0)
            throw FailureException.WrongUse("The name of the file is empty; give the path of a file.");
        if (Directory.Exists(path))
            throw FailureException.WrongUse($"'{path}' is a directory; name the files in it, for example '{Path.Combine(path, "*.csv")}'.");
        try
        {
            return new(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw FailureException.WrongUse($"There is no file '{path}'; check the path.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw FailureException.WrongUse($"File '{path}' may not be read; check its permissions.", fault);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            throw FailureException.WrongUse($"File '{path}' cannot be opened ({fault.Message.TrimEnd('.')}).", fault);
        }
    }

    /// <summary>Reads a file that should be small.</summary>
    /// <exception cref="FailureException">There is no such file, it cannot be read, or it is not small.</exception>
    public static string ReadSmall(string path)
    {
        using var file = Open(path);
        using var reader = new StreamReader(file);
        var text = new char[SmallBytes];
        var length = reader.ReadBlock(text);
        return length < SmallBytes ? new(text, 0, length) : throw FailureException.WrongUse($"File '{path}' is too large for what it should hold; name another.");
    }
}
