from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('easyread', '0003_checks_and_corrections'),
        ('polls', '0004_ideas_to_pick'),
        ('proposals', '0005_about_draft'),
    ]

    operations = [
        migrations.AddField(
            model_name='question',
            name='least',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name='question',
            name='most',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name='question',
            name='unit',
            field=models.CharField(blank=True, choices=[('', 'No unit'), ('pounds', 'pounds'), ('hours', 'hours'), ('days', 'days'), ('times', 'times'), ('people', 'people')], default='', max_length=10),
        ),
        migrations.AlterField(
            model_name='question',
            name='kind',
            field=models.CharField(choices=[('yes_no', 'Yes, no or not sure'), ('one', 'One of several'), ('several', 'Several of several'), ('faces', 'Faces with words'), ('words', 'In their own words'), ('pick', 'Pick 3 ideas'), ('either', 'Which is better, A or B'), ('order', 'Put things in order'), ('sort', 'Sort things: I like it, not sure, I do not like it'), ('number', 'A number or an amount')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'number'), models.Q(('least', None), ('most', None), ('unit', '')), _connector='OR'), name='polls_limits_only_of_a_number'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('least', None), ('most', None), ('least__lte', models.F('most')), _connector='OR'), name='polls_least_before_most'),
        ),
    ]
