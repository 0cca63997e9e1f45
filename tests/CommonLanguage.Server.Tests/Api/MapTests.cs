using CommonLanguage.Server.Web.Maps;
using CommonLanguage.Testing;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>The picture of who parts from whom.</summary>
public sealed class MapTests
{
    [Fact]
    public async Task Two_organisations_whose_words_cannot_be_compared_are_said_not_to_be_compared()
    {
        await using var server = await TestServer.StartAsync();
        await ImportAsync(server, "hafen", "term,definition,language\nServer,Ein Rechner der anderen Rechnern Dienste anbietet.,de\nSystem,Die Teile die zusammen eine Aufgabe lösen.,de\n");
        await ImportAsync(server, "railway", "term,definition,language\nServer,A computer that offers services to other computers.,en\nSystem,The parts that solve a task together.,en\n");
        await ImportAsync(server, "port", "term,definition,language\nServer,A computer that offers services to other computers.,en\nSystem,See server.,en\n");

        using var client = new HttpClient();
        var svg = await client.GetStringAsync(new Uri(server.WebAddress, "map/p/matrix.svg"));

        Assert.Contains("hafen and railway: not compared; 2 shared words cannot be compared", svg, StringComparison.Ordinal);
        Assert.Contains("port and railway: 0 of 1 compared words part; 1 shared word cannot be compared", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 0, "not compared: no definitions in one language")]
    [InlineData(4, 0, 0, "no word parts of those that were compared")]
    [InlineData(100, 13, .9, "at worst severe, under a quarter of the words part")]
    [InlineData(100, 94, .9, "at worst severe, a quarter or more")]
    [InlineData(100, 24, .69, "at worst serious, under a quarter")]
    [InlineData(4, 1, .54, "at worst noticeable, a quarter or more")]
    public void A_cell_tells_the_worst_word_and_the_share(int compared, int parting, double severity, string says) =>
        Assert.Equal(says, CellLook.Of(new(compared + 2, compared, parting, severity)).Says);

    [Fact]
    public void No_two_looks_are_alike() => Assert.Distinct(CellLook.Legend.Select(look => look.Fill));

    static async Task ImportAsync(TestServer server, string organisation, string csv)
    {
        using var call = new InterchangeService.InterchangeServiceClient(server.Channel).ImportGlossary();
        await call.RequestStream.WriteAsync(new() { Header = new ImportHeader { Organisation = "organisations/" + organisation, Partnership = "partnerships/p" } });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8(csv) });
        await call.RequestStream.CompleteAsync();
        await foreach (var _ in call.ResponseStream.ReadAllAsync())
        {
        }
    }
}
