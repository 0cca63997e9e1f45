namespace CommonLanguage.Web.Tests;

/// <summary>Tests that share the browser; one after another, since each has a server and a machine has few cores.</summary>
[CollectionDefinition(Name)]
public sealed class DeskTests : ICollectionFixture<Browser>
{
    public const string Name = "The desk in a browser";
}
