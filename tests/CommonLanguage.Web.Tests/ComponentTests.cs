using System.Collections.Immutable;
using AngleSharp.Dom;
using Bunit;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Web.Conflicts;
using CommonLanguage.Server.Web.Queue;
using CommonLanguage.Server.Web.Showing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CommonLanguage.Web.Tests;

/// <summary>Components with logic, drawn without a browser on the real engine.</summary>
[Collection(DeskTests.Name)]
public sealed class ComponentTests(Browser browser)
{
    [Fact]
    public async Task Words_that_differ_are_marked_on_both_sides_under_the_number_of_their_question()
    {
        await using var desk = await Desk.StartAsync(browser);
        await using var context = Context(desk);
        var (a, b, comparison) = (await ViewAsync(desk)).Sharpest!.Value;

        var drawn = context.Render<PairView>(p => p.Add(v => v.A, a).Add(v => v.B, b).Add(v => v.Comparison, comparison));

        var marks = drawn.FindAll("mark");
        var hours = Assert.Single(marks, mark => mark.TextContent.Contains("4 hours", StringComparison.Ordinal));
        var days = Assert.Single(marks, mark => mark.TextContent.Contains("2 business days", StringComparison.Ordinal));
        Assert.Equal(hours.GetAttribute("data-part"), days.GetAttribute("data-part"));
        var question = drawn.FindAll(".questions li")[int.Parse(hours.GetAttribute("data-part")!, System.Globalization.CultureInfo.InvariantCulture) - 1].TextContent;
        Assert.EndsWith("?", question, StringComparison.Ordinal);
        Assert.Equal(question, hours.GetAttribute("title"));
        Assert.Equal(question, days.GetAttribute("title"));
    }

    [Fact]
    public void Marks_that_overlap_or_lie_outside_leave_the_text_whole_and_never_markup()
    {
        using var context = new BunitContext();
        const string text = "<b>4 hours</b> at night";

        var drawn = context.Render<MarkedText>(p => p.Add(v => v.Text, text).Add(v => v.Marks, [(new TextSpan(3, 10), 0), (new TextSpan(5, 14), 1), (new TextSpan(90, 99), 2)]));

        Assert.Equal(text, string.Concat(drawn.Find(".definition").ChildNodes.Select(node => node is IElement mark ? mark.ChildNodes[0].TextContent : node.TextContent)));
        Assert.Equal(["4 hours", "</b>"], drawn.FindAll("mark").Select(mark => mark.ChildNodes[0].TextContent));
        Assert.Empty(drawn.FindAll("b"));
        Assert.Equal("auto", drawn.Find(".definition").GetAttribute("dir"));
    }

    [Theory]
    [InlineData(0.39, "Slight", "39")]
    [InlineData(0.4, "Noticeable", "40")]
    [InlineData(0.55, "Serious", "55")]
    [InlineData(0.7, "Severe", "70")]
    public void A_severity_is_a_bar_a_word_and_a_number(double severity, string word, string percent)
    {
        using var context = new BunitContext();

        var drawn = context.Render<SeverityBar>(p => p.Add(v => v.Value, severity));

        Assert.Equal(word, drawn.Find(".severity-word").TextContent);
        Assert.StartsWith(percent, drawn.Find(".severity-number").TextContent, StringComparison.Ordinal);
        Assert.Equal(percent, drawn.Find("rect").GetAttribute("width"));
    }

    [Theory]
    [InlineData(ConflictState.Detected, "1Detected", 0, "Next:")]
    [InlineData(ConflictState.Triaged, "2Triaged", 1, "Next:")]
    [InlineData(ConflictState.Reconciling, "3Reconciling", 2, "Next:")]
    [InlineData(ConflictState.SignOff, "5Sign-off", 4, "Next:")]
    [InlineData(ConflictState.Resolved, "✓Resolved", 5, "Now:")]
    [InlineData(ConflictState.Dismissed, "✓Dismissed", 5, "Now:")]
    public async Task The_line_of_steps_says_where_it_stands_what_is_done_and_what_is_next(ConflictState state, string current, int done, string next)
    {
        await using var desk = await Desk.StartAsync(browser);
        await using var context = Context(desk);
        var view = await ViewAsync(desk);
        view = view with { Conflict = view.Conflict with { State = state } };
        var proceedings = Proceedings.Of(state == ConflictState.SignOff
            ? [new(1, 1, 1, new Consultation(1, new(2030, 1, 1), new(2030, 1, 15)), Actor.Service, DateTimeOffset.UnixEpoch, 1)]
            : []);

        var drawn = context.Render<StepLine>(p => p.Add(v => v.View, view).Add(v => v.Proceedings, proceedings));

        Assert.Equal(current, string.Concat(drawn.Find("[aria-current=step]").TextContent.Split('\n').Select(line => line.Trim())));
        Assert.Equal(done, drawn.FindAll("li[data-done]").Count);
        Assert.StartsWith(next, drawn.Find(".next").TextContent, StringComparison.Ordinal);
        if (state == ConflictState.SignOff)
            Assert.Equal("2030-01-15", drawn.Find(".next local-time").GetAttribute("datetime"));
    }

    [Theory]
    [InlineData("12,345 words until 2030-01-15.", "12345", "2030-01-15")]
    [InlineData("3 words, 999 times", null, null)]
    [InlineData("version 1,23 of 20300-01-15", null, null)]
    public void Long_numbers_and_days_of_a_sentence_are_left_to_the_readers_locale(string sentence, string? number, string? day)
    {
        using var context = new BunitContext();

        var drawn = context.Render<Local>(p => p.Add(v => v.Text, sentence));

        Assert.Equal(number, drawn.FindAll("local-number").SingleOrDefault()?.GetAttribute("value"));
        Assert.Equal(day, drawn.FindAll("local-time").SingleOrDefault()?.GetAttribute("datetime"));
        Assert.Equal(sentence, string.Concat(drawn.Nodes.Select(node => node.TextContent.Trim('\n', '\r'))).Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_that_is_not_taken_back_asks_once_more()
    {
        await using var context = Context(null);
        var meant = 0;
        var drawn = context.Render<ConfirmButton>(p => p.Add(v => v.Label, "Revoke").Add(v => v.Question, "Revoke it?").Add(v => v.Yes, "Yes").Add(v => v.Confirmed, () => meant++));

        await drawn.Find("button").ClickAsync(new());
        Assert.Equal(0, meant);
        await drawn.FindAll("button").Single(button => button.TextContent.Trim() == "No").ClickAsync(new());
        Assert.Equal(0, meant);
        await drawn.Find("button").ClickAsync(new());
        await drawn.FindAll("button").Single(button => button.TextContent.Trim() == "Yes").ClickAsync(new());
        Assert.Equal(1, meant);
        Assert.Equal("Revoke", drawn.Find("button").TextContent.Trim());
    }

    [Fact]
    public async Task Keys_decide_move_and_take_back()
    {
        await using var desk = await Desk.StartAsync(browser);
        await using var context = Context(desk);
        await desk.ImportPartingAsync(3);
        var drawn = context.Render<QueuePage>();
        drawn.WaitForAssertion(() => Assert.Equal(3, drawn.FindAll("[role=option]").Count));

        await PressAsync(drawn, "k");
        Assert.Equal("0", drawn.Find("desk-list").GetAttribute("data-selected"));
        await PressAsync(drawn, "End");
        await PressAsync(drawn, "j");
        Assert.Equal("2", drawn.Find("desk-list").GetAttribute("data-selected"));
        await PressAsync(drawn, "Home");
        await PressAsync(drawn, "1");
        Assert.Equal("1", drawn.Find("desk-list").GetAttribute("data-selected"));
        Assert.StartsWith("Same meaning", State(drawn, 0), StringComparison.Ordinal);
        await PressAsync(drawn, "4");
        await PressAsync(drawn, "z", isCtrl: true);
        Assert.Equal("1", drawn.Find("desk-list").GetAttribute("data-selected"));
        Assert.StartsWith("Triaged", State(drawn, 1), StringComparison.Ordinal);
        await PressAsync(drawn, "u");
        Assert.StartsWith("Reopened", State(drawn, 0), StringComparison.Ordinal);
        await PressAsync(drawn, "7");
        await PressAsync(drawn, "u");
        Assert.StartsWith("Reopened", State(drawn, 0), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("4")]
    public async Task Keys_that_waited_on_a_slow_line_do_not_decide_about_the_next_conflict(string key)
    {
        await using var desk = await Desk.StartAsync(browser);
        await using var context = Context(desk);
        await desk.ImportPartingAsync(3);
        var drawn = context.Render<QueuePage>();
        drawn.WaitForAssertion(() => Assert.Equal(3, drawn.FindAll("[role=option]").Count));
        var onScreen = drawn.Find("desk-list").GetAttribute("aria-activedescendant");

        foreach (var _ in Enumerable.Range(0, 3))
            await PressAsync(drawn, key, onScreen: onScreen);

        Assert.Equal("1", drawn.Find("desk-list").GetAttribute("data-selected"));
        Assert.All((int[])[1, 2], row => Assert.StartsWith("Detected", State(drawn, row), StringComparison.Ordinal));
        Assert.Contains("not counted", drawn.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await PressAsync(drawn, key);
        Assert.Equal("2", drawn.Find("desk-list").GetAttribute("data-selected"));
        await PressAsync(drawn, "u", onScreen: onScreen);
        Assert.Equal("2", drawn.Find("desk-list").GetAttribute("data-selected"));
        Assert.Equal("5", drawn.Find("desk-list").GetAttribute("data-answered"));
    }

    [Fact]
    public async Task A_click_on_a_card_that_is_gone_does_not_decide_about_the_next_one()
    {
        await using var desk = await Desk.StartAsync(browser);
        await using var context = Context(desk);
        await desk.ImportPartingAsync(3);
        var drawn = context.Render<QueuePage>();
        drawn.WaitForAssertion(() => Assert.Equal(3, drawn.FindAll("[role=option]").Count));
        var given = drawn.FindComponent<TriageCard>().Instance.Given;

        foreach (var _ in Enumerable.Range(0, 3))
            await drawn.InvokeAsync(() => given.InvokeAsync(Verdict.Same));

        Assert.StartsWith("Same meaning", State(drawn, 0), StringComparison.Ordinal);
        Assert.All((int[])[1, 2], row => Assert.StartsWith("Detected", State(drawn, row), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_decides_on_what_somebody_else_has_decided_meanwhile_is_asked_first()
    {
        await using var desk = await Desk.StartAsync(browser);
        await using var context = Context(desk);
        await desk.ImportPartingAsync(1);
        var drawn = context.Render<QueuePage>();
        drawn.WaitForAssertion(() => Assert.Single(drawn.FindAll("[role=option]")));
        var queue = desk.Services.GetRequiredService<QueueReader>();
        var (order, _) = await queue.ReadOrderAsync(Actor.Service, new("", "", "", "", "", "", ""), default);
        var view = (await queue.ReadRowsAsync([.. order], default)).Values.Single();
        _ = await desk.Services.GetRequiredService<Reconciler>().TriageAsync(Actor.Local("other"), view.Name, view.Conflict.Etag, Verdict.Related, null, "", default, default);
        drawn.WaitForAssertion(() => Assert.StartsWith("Triaged", State(drawn, 0), StringComparison.Ordinal));

        await PressAsync(drawn, "1");
        Assert.Contains("Somebody else has worked on", drawn.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Triaged", State(drawn, 0), StringComparison.Ordinal);
        await PressAsync(drawn, "1");
        Assert.StartsWith("Same meaning", State(drawn, 0), StringComparison.Ordinal);
        Assert.Empty(drawn.FindAll("[role=alert]"));
    }

    static string State(IRenderedComponent<QueuePage> page, int row) => page.FindAll(".row-state")[row].TextContent;

    static Task PressAsync(IRenderedComponent<QueuePage> page, string key, bool isCtrl = false, string? onScreen = null)
    {
        var list = page.Find("desk-list");
        return list.TriggerEventAsync("onlistkey", new ListKeyEventArgs { Key = key, Ctrl = isCtrl, Row = onScreen ?? list.GetAttribute("aria-activedescendant")! });
    }

    static BunitContext Context(Desk? desk)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        _ = context.Services.AddMudServices();
        if (desk is not null)
            context.Services.AddFallbackServiceProvider(desk.Services.CreateScope().ServiceProvider);
        return context;
    }

    static async Task<ConflictView> ViewAsync(Desk desk)
    {
        await desk.ImportPartingAsync(1);
        var queue = desk.Services.GetRequiredService<QueueReader>();
        var (order, _) = await queue.ReadOrderAsync(Actor.Service, new("", "", "", "", "", "", ""), default);
        return (await queue.ReadRowsAsync([.. order], default)).Values.Single();
    }
}
