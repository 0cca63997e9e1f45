using CommonLanguage.V1;
using Google.Api;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Tests.BadInput;

/// <summary>What the server alone says of a thing is not taken from a request that says it (OWASP API3).</summary>
public sealed class MassAssignmentTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    static readonly Timestamp LongAgo = Timestamp.FromDateTime(new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>Every field that the contract marks as an output or as the name, the etag, what is no field, and everything.</summary>
    public static TheoryData<string, string> Unassignable
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var message in (MessageDescriptor[])[Entry.Descriptor, Organisation.Descriptor, Partnership.Descriptor])
            {
                var outputs = message.Fields.InDeclarationOrder()
                    .Where(output => output.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior).Any(behaviour => behaviour is FieldBehavior.OutputOnly or FieldBehavior.Identifier) == true)
                    .Select(output => output.Name).ToList();
                Assert.True(outputs.Count >= 3, message.Name);
                foreach (var path in (string[])[.. outputs, "etag", "*", "", "organisation", "owner", "create_time", "Definition", "terms.text", "entry.definition", "display_name,archived"])
                    data.Add(message.Name, path);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Unassignable))]
    public async Task A_mask_names_nothing_that_the_server_alone_says(string message, string path)
    {
        var mask = new FieldMask { Paths = { path } };
        Func<Task> update = message switch
        {
            nameof(Entry) => async () => await partners.Glossary.UpdateEntryAsync(new()
            {
                Entry = await ForgedAsync("organisations/harbour/entries/incident"), UpdateMask = mask,
            }),
            nameof(Organisation) => async () => await partners.Glossary.UpdateOrganisationAsync(new()
            {
                Organisation = new() { Name = "organisations/harbour", Archived = true, EntryCount = 9 }, UpdateMask = mask,
            }),
            _ => async () => await partners.Glossary.UpdatePartnershipAsync(new() { Partnership = new() { Name = "partnerships/freight", Archived = true }, UpdateMask = mask }),
        };
        _ = await partners.RefusedAsync("FIELD_MASK_INVALID", "update_mask", update);
    }

    [Fact]
    public async Task Without_a_mask_the_content_is_replaced_as_a_whole_and_what_the_server_alone_says_is_not_taken()
    {
        var first = await partners.Glossary.CreateEntryAsync(new()
        {
            Parent = "organisations/harbour", EntryId = "dock", Entry = new() { Terms = { new Term { Text = "dock" } }, Definition = "A basin.", ScopeNote = "At sea.", Source = "A handbook." },
        });
        var forged = await ForgedAsync(first.Entry.Name);
        _ = await partners.RefusedAsync("VALUE_MISSING", "terms", async () => await partners.Glossary.UpdateEntryAsync(new() { Entry = forged }));

        forged.Terms.Add(new Term { Text = "dock" });
        forged.Definition = "A basin with a gate.";
        var second = (await partners.Glossary.UpdateEntryAsync(new() { Entry = forged })).Entry;

        Assert.Equal(("A basin with a gate.", "", ""), (second.Definition, second.ScopeNote, second.Source));
        Assert.Equal((first.Entry.Name, 2, Entry.Types.State.Published, first.Entry.Author), (second.Name, second.Revision, second.State, second.Author));
        Assert.True(second.UpdateTime >= first.Entry.UpdateTime);
        Assert.Equal(second, await partners.Glossary.GetEntryAsync(new() { Name = second.Name }));
    }

    [Fact]
    public async Task A_partner_changed_without_a_mask_keeps_what_was_not_set_and_what_the_server_alone_says()
    {
        var yard = await partners.Glossary.CreateOrganisationAsync(new() { OrganisationId = "yard", Organisation = new() { DisplayName = "Yard", Description = "Builds ships." } });

        var changed = await partners.Glossary.UpdateOrganisationAsync(new()
        {
            Organisation = new() { Name = yard.Name, Etag = yard.Etag, DisplayName = "The Yard", Archived = true, EntryCount = 9 },
        });

        Assert.Equal(("The Yard", "Builds ships.", false, 0), (changed.DisplayName, changed.Description, changed.Archived, changed.EntryCount));
    }

    [Fact]
    public async Task A_new_entry_is_what_the_server_says_it_is()
    {
        var forged = new Entry
        {
            Name = "organisations/railway/entries/siding", Terms = { new Term { Text = "ferry" } }, Definition = "A ship that crosses.", Revision = 99,
            State = Entry.Types.State.Retired, Etag = "99-99", UpdateTime = LongAgo, Author = "somebody else",
        };
        var honest = await partners.DefineAsync("barge", "A flat ship.");
        var written = (await partners.Glossary.CreateEntryAsync(new() { Parent = "organisations/harbour", EntryId = "ferry", Entry = forged })).Entry;

        Assert.Equal(("organisations/harbour/entries/ferry", 1, Entry.Types.State.Published), (written.Name, written.Revision, written.State));
        Assert.Equal(honest.Entry.Author, written.Author);
        Assert.NotEqual("99-99", written.Etag);
        Assert.True(written.UpdateTime >= honest.Entry.UpdateTime);
        Assert.Equal(written, await partners.Glossary.GetEntryAsync(new() { Name = written.Name }));
        Assert.Equal("A track beside the main one.", (await partners.Glossary.GetEntryAsync(new() { Name = "organisations/railway/entries/siding" })).Definition);
    }

    [Fact]
    public async Task New_partners_are_what_the_server_says_they_are()
    {
        var organisation = await partners.Glossary.CreateOrganisationAsync(new()
        {
            OrganisationId = "pier", Organisation = new() { Name = "organisations/railway", Archived = true, EntryCount = 7, RevisionToken = "x", Etag = "x" },
        });
        var partnership = await partners.Glossary.CreatePartnershipAsync(new()
        {
            PartnershipId = "coast", Partnership = new() { Name = "partnerships/freight", Archived = true, RevisionToken = "x", Etag = "x" },
        });

        Assert.Equal(("organisations/pier", false, 0), (organisation.Name, organisation.Archived, organisation.EntryCount));
        Assert.Equal(("partnerships/coast", false), (partnership.Name, partnership.Archived));
        Assert.DoesNotContain("x", (string[])[organisation.RevisionToken, organisation.Etag, partnership.RevisionToken, partnership.Etag]);
        Assert.Equal(2, (await partners.Glossary.GetPartnershipAsync(new() { Name = "partnerships/freight" })).Members.Count);
    }

    async Task<Entry> ForgedAsync(string name) => new()
    {
        Name = name, Etag = (await partners.Glossary.GetEntryAsync(new() { Name = name })).Etag, Revision = 99, State = Entry.Types.State.Retired, UpdateTime = LongAgo, Author = "somebody else",
    };
}
