using System.Text;
using CommonLanguage.Cli.Output;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;

namespace CommonLanguage.Cli.Tests;

/// <summary>Whatever a server sends, in whatever field, no page acts on the terminal or begins a line of its own (attack A17).</summary>
public sealed class ForgedTextTests
{
    const string Forged = "commonlanguage: all is well";
    const string Nasty = "\u001b[2J\u001b]0;t\u0007\r\n" + Forged + "\r\u009b31m\u202e\u200b\u2028\0";

    static readonly Dictionary<string, Action<Terminal>> Pages = new(StringComparer.Ordinal)
    {
        ["import"] = terminal => Json.Write(terminal, Poisoned(Samples.Import.Report)),
        ["webhook"] = terminal => WebhookList.ShowMade(terminal, Poisoned(new V1.CreateWebhookResponse { Webhook = new() { Name = "w1", Url = "https://example.org", Creator = "ada" }, Secret = "whsec_" })),
        ["lookup"] = terminal => MeaningBlocks.Show(terminal, Nasty, Poisoned(Samples.Meanings).Meanings),
        ["search"] = terminal => HitList.Show(terminal, Poisoned(Samples.Hits)),
        ["conflicts"] = terminal => ConflictQueue.Show(terminal, Poisoned(Samples.Queue)),
        ["conflict"] = terminal => ConflictPage.Show(terminal, Poisoned(Samples.Conflict)),
        ["reconciliation"] = terminal => ReconciliationPage.Show(terminal, Poisoned(Samples.Settling)),
        ["deliveries"] = terminal => WebhookList.ShowDeliveries(terminal, Poisoned(Samples.Deliveries).Deliveries),
        ["queue"] = terminal => PersonalQueue.Show(terminal, Poisoned(Samples.MyQueue)),
        ["lineup"] = terminal => LineUpPage.Show(terminal, Poisoned(Samples.Settling)),
        ["dependents"] = terminal => DependentList.Show(terminal, Poisoned(Samples.WithDependents)),
        ["history"] = terminal => ActList.Show(terminal, Poisoned(Samples.Settling).Acts),
        ["define"] = terminal => WrittenEntry.Show(terminal, Poisoned(Samples.Written)),
        ["changes"] = terminal => ChangeLog.Show(terminal, Poisoned(Samples.Changes).Changes),
        ["audit"] = terminal => ChangeLog.ShowOrigins(terminal, Poisoned(Samples.Changes).Changes),
        ["affiliations"] = terminal => PeoplePages.Show(terminal, Poisoned(Samples.Affiliations).Affiliations),
        ["keys"] = terminal => PeoplePages.Show(terminal, Poisoned(Samples.Keys)),
        ["key-made"] = terminal => PeoplePages.Show(terminal, Poisoned(Samples.KeyMade)),
        ["whoami"] = terminal => PeoplePages.Show(terminal, Poisoned(Samples.Me)),
        ["document"] = terminal => Json.Write(terminal, Poisoned(Samples.Settling)),
        ["check"] = terminal => FindingsPage.Show(terminal, Samples.CheckedWith(Nasty), colours: false),
        ["error"] = terminal => terminal.Tell(Nasty),
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_page_passes_on_what_acts_on_a_terminal(string page)
    {
        using var bytes = new MemoryStream();
        using var error = new StringWriter();
        using (var terminal = new Terminal { In = Stream.Null, OutBytes = bytes, Out = new StreamWriter(bytes, new UTF8Encoding(false)) { NewLine = "\n" }, Error = error, Width = 100_000 })
            Pages[page](terminal);
        var shown = Encoding.UTF8.GetString(bytes.ToArray()) + error.ToString().ReplaceLineEndings("\n");

        Assert.Contains(Forged, shown.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(shown, unit => (char.IsControl(unit) && unit != '\n') || unit is '\u202e' or '\u200b' or '\u2028');
        Assert.DoesNotContain(shown.Split('\n'), line => line.StartsWith(Forged, StringComparison.Ordinal));
    }

    /// <summary>The message with the nasty text behind every text in it, however deep.</summary>
    static T Poisoned<T>(T message)
        where T : IMessage<T>
    {
        var copy = message.Clone();
        Poison(copy);
        return copy;
    }

    static void Poison(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            switch (field.Accessor.GetValue(message))
            {
                case string text when field.FieldType == FieldType.String && text.Length > 0:
                    field.Accessor.SetValue(message, text + Nasty);
                    break;
                case RepeatedField<string> texts:
                    for (var i = 0; i < texts.Count; i++)
                        texts[i] += Nasty;
                    break;
                case IMessage inner when inner.Descriptor.File.Package.StartsWith("commonlanguage", StringComparison.Ordinal):
                    Poison(inner);
                    break;
                case System.Collections.IEnumerable many and not string:
                    foreach (var inner in many.OfType<IMessage>())
                        Poison(inner);
                    break;
                default:
                    break;
            }
        }
    }
}
