using CommonLanguage.Conflicts;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Conflicts;

/// <summary>Which later text of an entry reopens what was decided about the earlier one.</summary>
public sealed class MeaningChangeTests
{
    [Theory]
    [InlineData("The rate of a line, at least 100 Mbps.", "The rate of a line, at least 100 MBps.")]
    [InlineData("A loss of more than 75 per cent of the service.", "A loss of more than 60 per cent of the service.")]
    [InlineData("A report that shall be sent to the partner.", "A report that may be sent to the partner.")]
    [InlineData("A report that is sent to the partner.", "A report that is not sent to the partner.")]
    [InlineData("An event that affects all customers.", "An event that affects some customers.")]
    [InlineData("A reply within 3 days of the question.", "A reply within 3 business days of the question.")]
    [InlineData("A device inside the fence, including cables.", "A device inside the fence, excluding cables.")]
    [InlineData("Data that the controller deletes.", "Data that the processor deletes.")]
    [InlineData("An alarm that is raised before the start.", "An alarm that is raised after the start.")]
    public void Another_meaning_reopens(string judged, string now) =>
        Assert.NotNull(MeaningChange.Of(Engine.Content("word", judged), "word", now, "en"));

    [Theory]
    [InlineData("word", "A report that is sent to the partner.", "A report, that is sent to the partner")]
    [InlineData("word", "A report that is sent to the organisation.", "a report that is sent to the organization.")]
    [InlineData("word", "A reply within 3 days of the question.", "A reply within three days of the question.")]
    [InlineData("safe link", "A connection whose ends are known.", "A connection whose ends are known.")]
    public void Another_spelling_reopens_nothing(string term, string judged, string now) =>
        Assert.Null(MeaningChange.Of(Engine.Content(term, judged), "Safe-Links", now, "en"));
}
