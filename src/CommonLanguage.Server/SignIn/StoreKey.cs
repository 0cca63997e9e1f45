using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using CommonLanguage.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CommonLanguage.Server.SignIn;

/// <summary>
/// The one key that cookies and forms are sealed with, drawn from the store's secret (HKDF, RFC 5869): every node of a store has it, and
/// no file has to be shared between them. It lives as long as the store. Thread-safe.
/// </summary>
sealed class StoreKey(GlossaryStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var secret = new Secret(Draw("desk key", 64));
        var descriptor = new AuthenticatedEncryptorDescriptor(new AuthenticatedEncryptorConfiguration(), secret).ExportToXml();
        return
        [
            new XElement(
                "key",
                new XAttribute("id", new Guid(Draw("desk key id", 16))),
                new XAttribute("version", 1),
                Day("creationDate", 2000),
                Day("activationDate", 2000),
                Day("expirationDate", 3000),
                new XElement("descriptor", new XAttribute("deserializerType", descriptor.DeserializerType.AssemblyQualifiedName!), descriptor.SerializedDescriptorElement)),
        ];
    }

    public void StoreElement(XElement element, string friendlyName) => throw new NotSupportedException("A store has one key, drawn from its secret; none is added.");

    static XElement Day(string name, int year) => new(name, new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture));

    byte[] Draw(string purpose, int length)
    {
        var drawn = new byte[length];
        HKDF.Expand(HashAlgorithmName.SHA256, store.Secret, drawn, System.Text.Encoding.ASCII.GetBytes(purpose));
        return drawn;
    }
}
