using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Evaluation;

if (args is not [var command, var first, ..] || command is not ("score" or "cross" or "stages" or "speed"))
{
    Console.Error.WriteLine("""
        Scores the comparison of meanings on labelled pairs (README.md says which files).
          score FILE [--labels FILE] [--weakest N]   what the shipped judges say of the pairs of a .jsonl or .tsv file
          cross FOLDER [--weakest N] [--parts eoc]   cross-validation by word on the training files of a folder: English, other languages, conflict
          stages DATA [--output FILE] [--epochs N] [--seeds N] [--fold N]
                                                     what both stages say of each labelled pair, cross-validated by word: a table for analysis
          speed FILE                                 what reading and comparing its pairs costs
        """);
    return 2;
}

var weakest = Option("--weakest") is { } number ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 0;
if (command == "score")
    Report.Print(Path.GetFileName(first), Scoring.Score(Judges.Shipped, CommonLanguage.Training.Judging.JudgedPair.Read(first, Option("--labels"))), weakest);
else if (command == "stages")
    StageValidation.Run(first, Option("--output") ?? "stages.tsv", Whole("--epochs", 6), Whole("--seeds", 2), Whole("--fold", -1));
else if (command == "speed")
    Speed.Measure(first);
else
    CrossValidation.Run(first, weakest, Option("--parts") ?? "eoc");
return 0;

int Whole(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
