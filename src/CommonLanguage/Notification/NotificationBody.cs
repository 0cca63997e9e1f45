using System.Buffers;
using System.Text;
using System.Text.Json;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Notification;

/// <summary>What a message says: which conflicts have changed, and where they stand. Definitions are read from the service, by whoever may.</summary>
static class NotificationBody
{
    /// <summary>The message about some conflicts of one partnership.</summary>
    public static string Write(IReadOnlyCollection<Conflict> conflicts, PartnerDirectory directory, string revisionToken)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "conflicts.changed");
            json.WriteString("revisionToken", revisionToken);
            json.WriteStartArray("conflicts");
            foreach (var conflict in conflicts)
            {
                json.WriteStartObject();
                json.WriteString("name", new ConflictName(directory.Partnership(conflict.Partnership).Id, conflict.Id).ToString());
                json.WriteString("term", conflict.Term);
                json.WriteString("status", Word(conflict.State));
                json.WriteString("kind", Word(conflict.Kind));
                json.WriteNumber("severity", conflict.Severity);
                json.WriteString("reopening", conflict.Reopening);
                json.WriteStartArray("parties");
                foreach (var party in conflict.VoicesIn(directory.Partnership(conflict.Partnership)))
                    json.WriteStringValue(directory[party].Id.ResourceName);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
