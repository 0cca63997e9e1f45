namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Places_in_HTML
{
    [Theory]
    [InlineData("<h1>The gap pad</h1>", "gap pad")]
    [InlineData("<p>The <b>ga</b>p pad</p>", "ga</b>p pad")]
    [InlineData("<p>The gap&nbsp;pad</p>", "gap&nbsp;pad")]
    [InlineData("<p>The gap&#160;pad</p>", "gap&#160;pad")]
    [InlineData("<p>The gap&#xA0;pad</p>", "gap&#xA0;pad")]
    [InlineData("<p>The gap\n pad</p>", "gap\n pad")]
    [InlineData("<p>The gap<br>pad</p>", "gap<br>pad")]
    [InlineData("<table><tr><td>gap pad</td><td>x</td></tr></table>", "gap pad")]
    [InlineData("<img src='x.png' alt='A gap pad'>", "gap pad")]
    [InlineData("<blockquote>The gap pads</blockquote>", "gap pads")]
    [InlineData("<a href='gap pad'>gap pad</a>", "gap pad")]
    [InlineData("<title>gap pad</title>", "gap pad")]
    [InlineData("<ul><li>gap pad<li>x</ul>", "gap pad")]
    [InlineData("<p>1 < 2 and gap pad</p>", "gap pad")]
    [InlineData("<p title='a > b'>gap pad</p>", "gap pad")]
    [InlineData("<dl><dt>gap pad<dd>A sheet</dl>", "gap pad")]
    public void Found_in(string html, string expected) => Assert.Equal([expected], Found.Cut(html, "a.html", "gap pad"));

    [Theory]
    [InlineData("<script>gap pad</script>")]
    [InlineData("<style>gap pad</style>")]
    [InlineData("<pre>gap pad</pre>")]
    [InlineData("<code>gap <b>pad</b> gap pad</code>")]
    [InlineData("<!-- gap pad -->")]
    [InlineData("<p title='gap pad'>x</p>")]
    [InlineData("<p>gap</p><p>pad</p>")]
    [InlineData("<td>gap</td><td>pad</td>")]
    [InlineData("<math><mi>gap pad</mi></math>")]
    [InlineData("<script>var a = '<b>gap pad</b>'</script>")]
    [InlineData("<p>gap &amp; pad</p>")]
    [InlineData("<p>gap <img alt='pad'></p>")]
    public void Not_found_in(string html) => Assert.Empty(Found.Cut(html, "a.html", "gap pad"));
}
