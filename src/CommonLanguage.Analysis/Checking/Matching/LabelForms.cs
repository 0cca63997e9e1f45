using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>One form of an entry under a label.</summary>
/// <param name="Entry">Number of the entry.</param>
/// <param name="Text">The form as its owner writes it.</param>
/// <param name="Status">Whether the owner wants it used.</param>
/// <param name="IsAbbreviation">A short form.</param>
/// <param name="IsOtherSpelling">The label is the form with its two words written as one.</param>
readonly record struct LabelForm(int Entry, string Text, SnapshotTermStatus Status, bool IsAbbreviation, bool IsOtherSpelling);

/// <summary>The forms found under one label.</summary>
sealed class LabelForms
{
    readonly bool onlyAcronyms;

    public LabelForms(GlossarySnapshot snapshot, int label)
    {
        var numbers = snapshot.FormsOf(label);
        All = new LabelForm[numbers.Length];
        onlyAcronyms = true;
        for (var i = 0; i < All.Length; i++)
        {
            var row = snapshot.Form(numbers[i] >> 1);
            var text = snapshot.Text(row.Text);
            var isAbbreviation = row.Form == (int)SnapshotTermForm.Abbreviation || row.Found == (int)FoundFormKind.Abbreviation || Acronym.HasForm(text);
            All[i] = new(row.Entry, text, (SnapshotTermStatus)row.Status, isAbbreviation, (numbers[i] & 1) == 1);
            onlyAcronyms &= LetterCase.IsAcronym(text);
        }
    }

    public LabelForm[] All { get; }

    /// <summary>Whether a use is one by its case: where every form is initials, the same letters in lower case are another word ("SOC", "soc").</summary>
    public bool TakesCaseOf(ReadOnlySpan<char> use)
    {
        if (!onlyAcronyms)
            return true;
        foreach (var form in All)
        {
            if (LetterCase.IsSame(use, form.Text))
                return true;
        }

        return false;
    }
}
