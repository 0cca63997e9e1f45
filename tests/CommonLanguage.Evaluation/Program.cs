using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Evaluation;

if (args is not [var command, var first, ..] || command is not ("score" or "cross" or "stages" or "speed"))
{
    Console.Error.WriteLine("""
        Scores the comparison of meanings on labelled pairs (README.md says which files).
          score FILE [--labels FILE] [--weakest N]   what the shipped judges say of the pairs of a .jsonl or .tsv file
          cross FOLDER [--weakest N] [--parts eoc]   cross-validation by word on the training files of a folder: English, other languages, conflict
          stages DATA [--weakest N]                  the first stage and both stages on all labelled pairs, cross-validated by word
          speed FILE                                 what reading and comparing its pairs costs
        """);
    return 2;
}

var weakest = Option("--weakest") is { } number ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 0;
if (command == "score")
    Report.Print(Path.GetFileName(first), Scoring.Score(Judges.Shipped, CommonLanguage.Training.Judging.JudgedPair.Read(first, Option("--labels"))), weakest);
else if (command == "stages")
    StageValidation.Run(first, weakest);
else if (command == "speed")
    Speed.Measure(first);
else
    CrossValidation.Run(first, weakest, Option("--parts") ?? "eoc");
return 0;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
