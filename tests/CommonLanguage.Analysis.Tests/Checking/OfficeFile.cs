using System.IO.Compression;
using System.Text;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>Makes files of office programs, sound ones and such as no office program would write.</summary>
static class OfficeFile
{
    public const string Declaration = "<?xml version='1.0'?>";
    public const string Root = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><w:body>";
    public const string End = "</w:body></w:document>";

    public static byte[] Docx(string body, string beforeRoot = Declaration) => Zip(("word/document.xml", beforeRoot + Root + body + End));

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    /// <summary>A document whose only part inflates to so many megabytes of one character.</summary>
    public static byte[] Bomb(int megabytes, char of)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(Declaration + Root));
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)of);
            for (var i = 0; i < megabytes; i++)
                part.Write(block);
        }

        return file.ToArray();
    }

    /// <summary>A PDF file of these objects, numbered from 1, the first of which is its catalogue.</summary>
    public static byte[] Pdf(string trailer, params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(file.Length);
            _ = file.Append(i + 1).Append(" 0 obj\n").Append(objects[i]).Append("\nendobj\n");
        }

        var table = file.Length;
        _ = file.Append("xref\n0 ").Append(objects.Length + 1).Append("\n0000000000 65535 f \n");
        foreach (var place in places)
            _ = file.Append(place.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        _ = file.Append("trailer\n<< /Size ").Append(objects.Length + 1).Append(" /Root 1 0 R ").Append(trailer).Append(" >>\nstartxref\n").Append(table).Append("\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
