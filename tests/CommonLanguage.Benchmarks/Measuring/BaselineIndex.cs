using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Benchmarks.Data;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CommonLanguage.Benchmarks.Measuring;

/// <summary>Terms in a Lucene.Net index of one segment, with their definitions as stored fields, mapped into memory.</summary>
sealed class BaselineIndex : IDisposable
{
    const string Key = "key";
    const string Text = "definition";

    readonly MMapDirectory directory;
    readonly DirectoryReader reader;
    readonly IndexSearcher searcher;

    public BaselineIndex(string folder, IEnumerable<Definition> glossary)
    {
        directory = new MMapDirectory(folder);
        using (var analyzer = new KeywordAnalyzer())
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
        {
            foreach (var (term, definition) in glossary)
                writer.AddDocument([new StringField(Key, NormalForm.Of(term), Field.Store.YES), new StoredField(Text, definition)]);
            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader);
    }

    public int Exact(string term) => Read(new TermQuery(new Lucene.Net.Index.Term(Key, NormalForm.Of(term))));

    public int Prefix(string prefix) => Read(new PrefixQuery(new Lucene.Net.Index.Term(Key, NormalForm.OfPrefix(prefix))));

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    int Read(Query query)
    {
        var characters = 0;
        foreach (var found in searcher.Search(query, 10).ScoreDocs)
        {
            var document = searcher.Doc(found.Doc);
            characters += document.Get(Key, CultureInfo.InvariantCulture).Length + document.Get(Text, CultureInfo.InvariantCulture).Length;
        }

        return characters;
    }
}
