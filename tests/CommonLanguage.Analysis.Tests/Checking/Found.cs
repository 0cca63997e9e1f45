using System.Text;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Matching;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>Finds terms in documents and says where, by cutting them out of the file.</summary>
static class Found
{
    /// <summary>What stands in the file at the bytes of each use of the terms; each place is held to line, column and UTF-16 offset too.</summary>
    public static string[] Cut(byte[] file, string name, params string[] terms)
    {
        using var snapshot = Samples.Terms(terms);
        var document = DocumentReader.Read(name, file);
        var text = Encoding.UTF8.GetString(file);
        return [.. new TermMatcher(snapshot).Match(document).Uses.Select(use => document.PlaceOf(use.Start, use.End)).OrderBy(place => place.Start).Select(place =>
        {
            var cut = Encoding.UTF8.GetString(file.AsSpan(place.StartByte, place.EndByte - place.StartByte));
            Assert.Equal(cut, document.Source[place.Start..place.End]);
            var before = Encoding.UTF8.GetString(file.AsSpan(0, place.StartByte)).TrimStart('\uFEFF');
            Assert.Equal((before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')), (place.Line, place.Column));
            var until = Encoding.UTF8.GetString(file.AsSpan(0, place.EndByte)).TrimStart('\uFEFF');
            Assert.Equal((until.Count(c => c == '\n') + 1, until.Length - until.LastIndexOf('\n')), (place.EndLine, place.EndColumn));
            return cut;
        })];
    }

    public static string[] Cut(string text, string name, params string[] terms) => Cut(Encoding.UTF8.GetBytes(text), name, terms);

    /// <summary>The same in a file that is no text, whose places are those of its paragraphs or lines: with page, line and column.</summary>
    public static string[] CutOffice(byte[] file, string name, params string[] terms)
    {
        using var snapshot = Samples.Terms(terms);
        var document = DocumentReader.Read(name, file);
        var source = Encoding.UTF8.GetBytes(document.Source);
        return [.. new TermMatcher(snapshot).Match(document).Uses.Select(use => document.PlaceOf(use.Start, use.End)).OrderBy(place => place.Start).Select(place =>
        {
            var cut = Encoding.UTF8.GetString(source.AsSpan(place.StartByte, place.EndByte - place.StartByte));
            Assert.Equal(cut, document.Source[place.Start..place.End]);
            var before = document.Source[..place.Start];
            Assert.Equal((before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')), (place.Line, place.Column));
            return FormattableString.Invariant($"{place.Page}:{place.Line}:{place.Column} {cut}");
        })];
    }
}
