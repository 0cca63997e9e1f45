using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Encoder;
using CommonLanguage.Training.Aligning;
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

if (args is ["encoder", var model, var vocabulary, var folder])
{
    EncoderMaker.Make(model, Path.Combine(folder, "encoder.onnx"));
    File.Copy(vocabulary, Path.Combine(folder, "encoder.vocabulary"), overwrite: true);
    return 0;
}

if (args is ["heads", var pairs, var heads])
{
    using var encoder = new DefinitionEncoder(AppContext.BaseDirectory);
    HeadExample[] examples = [.. new HeadExamples(encoder).Of(HeadExamples.Pairs(pairs))];
    Console.WriteLine($"{examples.Length} pairs");
    HeadWeights.Write(heads, [.. HeadTrainer.Seeds.Select(seed => HeadTrainer.Learn(examples, seed))]);
    return 0;
}

Console.Error.WriteLine("""
    Makes what CommonLanguage.Analysis ships; README.md says from what.
      words NODE_MODULES DATA WORK FILE   the word table; WORK keeps what the encoder said
      encoder MODEL VOCABULARY FOLDER     the encoder with 8-bit weights, from the model as it was published
      heads DATA FILE                     the heads that align two texts; build again after "encoder"
      judges DATA WORK FILE               the judges of relation, similarity and conflict
    """);
return 2;
