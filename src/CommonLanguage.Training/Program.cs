using CommonLanguage.Training.Judging;
using CommonLanguage.Training.Vectors;

if (args is ["words", var npm, var data, var work, var table])
{
    WordTableMaker.Make(npm, data, work, table);
    return 0;
}

if (args is ["judges", var inputs, var kept, var file])
{
    JudgesTrainer.Train(inputs, kept).Write(File.Create(file));
    Console.WriteLine($"{file}: {new FileInfo(file).Length:N0} bytes");
    return 0;
}

Console.Error.WriteLine("""
    Makes what CommonLanguage.Analysis ships; README.md says from what.
      words NODE_MODULES DATA WORK FILE   the word table; WORK keeps what the encoder said
      judges DATA WORK FILE               the judges of relation, similarity and conflict
    """);
return 2;
