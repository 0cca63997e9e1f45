using System.Xml;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>The vocabulary of word processing in Office Open XML, transitional and strict.</summary>
static class Wordprocessing
{
    const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static bool Owns(XmlReader xml) => xml.NamespaceURI is Transitional or Strict;

    /// <summary>An attribute of the element; empty when it has none.</summary>
    public static string Attribute(XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI) ?? "";

    /// <summary>The value of an element that is a setting.</summary>
    public static string Value(XmlReader xml) => Attribute(xml, "val");

    /// <summary>Whether an element that is a switch is on, as it is without a value.</summary>
    public static bool IsOn(XmlReader xml) => Value(xml) is not ("0" or "false" or "off");
}
